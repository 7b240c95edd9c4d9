import { z } from 'zod'
import type { LiveMessage } from '#contract/live.ts'
import { EVENT_ACTIONS } from '#domain/events.ts'
import { atLeast, type Role } from '#domain/vocabulary.ts'
import type { Database } from '../db/open.ts'

/** The channel that the triggers of the database tell on. */
const CHANNEL = 'counterclaim_live'

/** What is heard within this time is sent on at once. */
const TOGETHER_MS = 80

/** More changes than these are not told one by one. */
const MOST_CHANGES = 200

export type Member = {
  accountId: string
  role: () => Role
  send: (message: LiveMessage) => void
  /** Something has happened to the member's own account. */
  onAccount: () => void
}

export type Hub = {
  /** Resolves once it hears what happens. */
  listening: () => Promise<void>
  /** Is told from now on. Returns how to leave. */
  join: (member: Member) => () => void
  /** How many members an account has here. */
  count: (accountId: string) => number
}

const Told = z.union([
  z.object({ many: z.literal(true) }),
  z.object({ events: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ recipients: z.array(z.string()) }),
])

type Change = { action: (typeof EVENT_ACTIONS)[number]; id: string }

/** What was heard and not yet sent on. */
type Heard = { changes: Map<string, Change>; recipients: Set<string>; missed: boolean }

const nothing = (): Heard => ({ changes: new Map(), recipients: new Set(), missed: false })

/** Hears what happens in the database, whichever process did it, and tells those who may know. */
export function createHub({ listen }: Pick<Database, 'listen'>): Hub {
  const members = new Set<Member>()
  let heard = nothing()
  let timer: NodeJS.Timeout | null = null
  let listening: Promise<void> | null = null

  function hear(payload: string): void {
    const parsed = Told.safeParse(JSON.parse(payload))
    if (!parsed.success) return
    const told = parsed.data
    if ('many' in told) heard.missed = true
    else if ('recipients' in told) for (const id of told.recipients) heard.recipients.add(id)
    else
      for (const [name, id] of told.events) {
        const action = EVENT_ACTIONS.find(known => known === name)
        if (action) heard.changes.set(`${action} ${id}`, { action, id })
      }
    tellSoon()
  }

  function miss(): void {
    heard.missed = true
    tellSoon()
  }

  function tellSoon(): void {
    timer ??= setTimeout(() => {
      const now = heard
      heard = nothing()
      timer = null
      for (const member of members) tell(member, now)
    }, TOGETHER_MS)
  }

  return {
    listening: () => {
      listening ??= listen(CHANNEL, { told: hear, missed: miss }).catch((error: unknown) => {
        listening = null
        throw error
      })
      return listening
    },
    join: member => {
      members.add(member)
      return () => members.delete(member)
    },
    count: accountId => [...members].filter(member => member.accountId === accountId).length,
  }
}

function tell(member: Member, { changes, recipients, missed }: Heard): void {
  const all = [...changes.values()]
  if (all.some(({ action, id }) => action.startsWith('account.') && id === member.accountId))
    member.onAccount()
  const shown = atLeast(member.role(), 'researcher')
    ? all.filter(({ action }) => !action.startsWith('account.') || member.role() === 'admin')
    : []
  if (missed || shown.length > MOST_CHANGES) return member.send({ missed: true })
  if (recipients.has(member.accountId)) member.send({ told: true })
  if (shown.length > 0) member.send({ changes: shown })
}
