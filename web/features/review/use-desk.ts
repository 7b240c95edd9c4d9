import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { decide, Relation, undoDecision } from '#contract/relations.ts'
import type { Queue, QueueOrder } from '#contract/suggestions.ts'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { itemsOf } from '../../api/keyset.ts'
import { dropDraft } from '../../ui/use-draft.ts'
import { queueOf } from './kinds.ts'
import { noteDraft } from './note-field.tsx'
import { precision, type QueueFilter, queue, queueCounts } from './queries.ts'
import * as way from './sitting.ts'

/** As the queue gives it, or as a decision left it; `from` is the queue in which it waited. */
export type DeskPair = Relation & { from: Exclude<Queue, 'both'>; likelihood?: number | null }

/** So many pairs are there before they are looked at. */
const READ_ON_AT = 10

/**
 * The queue as one person goes through it. A decision moves on at once; what the server says of it comes later and, when
 * it is a refusal, waits with the choice until somebody has time for it.
 */
export function useDesk(filter: QueueFilter, order: QueueOrder) {
  const client = useQueryClient()
  const options = queue(filter, order)
  const query = useInfiniteQuery(options)
  const queueKey = JSON.stringify(options.queryKey)
  const [sitting, setSitting] = useState(way.NEW_SITTING)
  const [walk, setWalk] = useState<{ key: string; data: unknown; ids: string[] }>({
    key: '',
    data: null,
    ids: [],
  })
  // Pairs stay at hand after they have left the queue.
  const [pairs, setPairs] = useState<ReadonlyMap<string, DeskPair>>(new Map())
  const underWay = useRef(new Map<string, Promise<Relation>>())

  if (query.data && (walk.key !== queueKey || walk.data !== query.data)) {
    const items = itemsOf(query.data)
    const fresh = items
      .filter(item => !sitting.mine.has(item.id))
      .map(item => [item.id, { ...item, from: queueOf(item) }] as const)
    setPairs(new Map([...pairs, ...fresh]))
    const isSame = walk.key === queueKey
    // What is being looked at stays, whoever decides it meanwhile: a key that is being pressed must not meet another pair.
    const begun = way.look(sitting, isSame ? way.current(sitting, walk.ids) : null)
    const ids = way.follow(
      isSame ? walk.ids : [],
      items.map(item => item.id),
      begun,
    )
    setWalk({ key: queueKey, data: query.data, ids })
    if (begun.at !== sitting.at) setSitting(begun)
  }

  const ids = walk.key === queueKey ? walk.ids : []
  const at = way.current(sitting, ids)
  const ahead = way.openAhead(way.look(sitting, at), ids)
  const { hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (ahead < READ_ON_AT && hasNextPage && !isFetching) void fetchNextPage()
  }, [ahead, hasNextPage, isFetching, fetchNextPage])

  function recount(id: string, by: number) {
    const from = pairs.get(id)?.from ?? 'conflicts'
    client.setQueryData(queueCounts(filter).queryKey, counts =>
      counts
        ? { ...counts, total: Math.max(0, counts.total + by), [from]: Math.max(0, counts[from] + by) }
        : counts,
    )
  }

  /** One write a pair at a time: each needs the version that the one before it made. */
  function send(id: string, write: (version: number) => Promise<Relation>): Promise<Relation> {
    const seen = pairs.get(id)?.version ?? 1
    const before = underWay.current.get(id) ?? Promise.reject(new Error('nothing is under way'))
    const sent = before.then(
      relation => write(relation.version),
      () => write(seen),
    )
    underWay.current.set(id, sent)
    return sent.then(
      relation => {
        keep(relation)
        return relation
      },
      (error: unknown) => {
        const standing = error instanceof ApiError ? Relation.safeParse(error.current).data : undefined
        if (standing) keep(standing)
        throw error
      },
    )
  }

  function keep(relation: Relation) {
    setPairs(last =>
      new Map(last).set(relation.id, { from: queueOf(relation), ...last.get(relation.id), ...relation }),
    )
  }

  async function choose(id: string, choice: way.Choice) {
    const isAnew = sitting.mine.get(id)?.state === 'done'
    setSitting(last => way.choose(way.look(last, way.current(last, ids)), ids, id, choice))
    if (!isAnew) recount(id, -1)
    try {
      await send(id, version => call(decide, { params: { id }, body: { version, ...choice } }))
      dropDraft(noteDraft(id))
      setSitting(last => way.settle(last, id))
      await client.invalidateQueries({ queryKey: precision.queryKey })
      await client.invalidateQueries({
        predicate: ({ queryKey }) => !['suggestions', 'me'].includes(String(queryKey[0])),
        refetchType: 'none',
      })
    } catch (error) {
      if (!isAnew) recount(id, 1)
      setSitting(last => way.refuse(last, id, error))
    }
  }

  /** Takes back one's last decision of this sitting, and goes back to its pair. */
  async function undo(): Promise<void> {
    const last = sitting.trail.at(-1)
    if (!last) return
    const { id, choice } = last
    const decision = underWay.current.get(id)
    setSitting(before => way.takeBack(before, id))
    recount(id, 1)
    try {
      // Only one's own decision is taken back: the version that it made, and none if it was refused.
      const decided = await decision
      const version = decided?.version ?? 1
      await send(id, () => call(undoDecision, { params: { id }, body: { version } }))
    } catch (error) {
      recount(id, -1)
      setSitting(before =>
        way.refuse({ ...before, mine: new Map(before.mine).set(id, { choice, state: 'sent' }) }, id, error),
      )
    }
  }

  const mine = at === null ? undefined : sitting.mine.get(at)
  const hasLeft =
    at !== null && mine === undefined && !itemsOf(query.data ?? { pages: [] }).some(item => item.id === at)
  const refused = way.firstRefused(sitting)
  return {
    query,
    pair: at === null ? null : (pairs.get(at) ?? null),
    next: at === null ? null : (pairs.get(ids[ids.indexOf(at) + 1] ?? '') ?? null),
    mine,
    /** Whether the pair looked at has left the queue, and not by one’s own decision. */
    hasLeft,
    decided: new Set(sitting.trail.map(step => step.id)).size,
    canUndo: sitting.trail.length > 0,
    refused: refused && { ...refused, pair: pairs.get(refused.id) ?? null },
    choose,
    undo,
    step: (by: 1 | -1) => setSitting(last => way.step(last, ids, by)),
    look: (id: string | null) => setSitting(last => way.look(last, id)),
    leave: (id: string) => setSitting(last => way.dropRefused(last, id)),
    replace: keep,
  }
}

export type Desk = ReturnType<typeof useDesk>
