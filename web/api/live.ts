import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LiveMessage } from '#contract/live.ts'
import { SUBJECT_TYPES, type SubjectType } from '#domain/events.ts'
import { hearLive } from './live-stream.ts'

/** The first words of the query keys under which a change of a subject is seen. */
const SEEN_UNDER: Record<SubjectType, readonly string[]> = {
  account: ['accounts', 'invitations', 'people', 'keys', 'me'],
  source: ['sources', 'outlets', 'captures', 'watches'],
  snapshot: ['sources', 'snapshots', 'watches'],
  speaker: ['speakers', 'claims'],
  topic: ['topics', 'claims'],
  claim: ['claims', 'speakers', 'sources', 'disputes', 'relations', 'suggestions', 'watches'],
  relation: ['relations', 'suggestions', 'claims', 'disputes', 'agreement'],
  dispute: ['disputes', 'claims'],
  comment: ['comments'],
  saved_search: ['saved-searches'],
  check: ['reports'],
  settings: ['settings', 'suggestions'],
  scan: ['scans'],
}

/** What is under the bell. */
export const NOTIFICATIONS = 'notifications'

/** At most so often is the same read again, however much happens. */
const PAUSE_MS = 2_000

/** Reads again what is shown of what has changed: at once, then as often as the pause allows. */
function createRefresher(client: QueryClient) {
  let waiting = new Set<string>()
  let all = false
  let timer: ReturnType<typeof setTimeout> | undefined
  function refresh() {
    timer = undefined
    if (waiting.size === 0 && !all) return
    const [keys, everything] = [waiting, all]
    waiting = new Set()
    all = false
    void client.invalidateQueries({
      predicate: ({ queryKey }) => everything || keys.has(String(queryKey[0])),
    })
    timer = setTimeout(refresh, PAUSE_MS)
  }
  return {
    add: (message: LiveMessage) => {
      if ('missed' in message) all = true
      else if ('told' in message) waiting.add(NOTIFICATIONS)
      else for (const { action } of message.changes) for (const key of keysOf(action)) waiting.add(key)
      if (timer === undefined) refresh()
    },
    stop: () => clearTimeout(timer),
  }
}

function keysOf(action: string): readonly string[] {
  // What a model says changes nothing of the pair.
  if (action.startsWith('relation.opinion_')) return ['events', 'opinions']
  const subject = SUBJECT_TYPES.find(type => action.startsWith(`${type}.`))
  return subject === undefined ? [] : ['events', ...SEEN_UNDER[subject]]
}

/** Keeps what is shown up to date while somebody is signed in. */
export function useLive(accountId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const refresher = createRefresher(client)
    const stop = new AbortController()
    hearLive(accountId, refresher.add, stop.signal)
    return () => {
      stop.abort()
      refresher.stop()
    }
  }, [accountId, client])
}
