import type { z } from 'zod'
import type { setWatch as SetWatch, Watch } from '#contract/watches.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewWatch } from './view.ts'

/** How often a source is visited and what became of its quotes. Throws `not_found` when there is no such source. */
export async function readWatch(db: Db, sourceId: string): Promise<Watch> {
  const row = await store.findWatched(db, sourceId)
  if (row === null) throw notFound('source')
  const [watch] = await withQuotes(db, [row])
  if (watch === undefined) throw notFound('source')
  return watch
}

/** A page of the sources that are visited again, newest first. */
export async function listWatches(
  db: Db,
  filter: store.WatchFilter,
): Promise<{ items: Watch[]; next: string | null }> {
  const page = toPage(
    await store.listWatched(db, filter),
    filter.limit,
    id => [id],
    id => id,
  )
  const rows = new Map((await store.findWatchedSources(db, page.items)).map(row => [row.id, row]))
  return {
    items: await withQuotes(
      db,
      page.items.flatMap(id => rows.get(id) ?? []),
    ),
    next: page.next,
  }
}

async function withQuotes(db: Db, rows: readonly store.WatchedRow[]): Promise<Watch[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [altered, counts] = [await store.findAltered(db, ids), await store.countQuotes(db, ids)]
  return rows.map(row =>
    viewWatch(
      row,
      counts.get(row.id) ?? 0,
      altered.filter(({ sourceId }) => sourceId === row.id),
    ),
  )
}

/**
 * Sets how often a source is visited again; the first visit is due at once. Throws `not_found`, `conflict` with the
 * watch as it stands, `unprocessable` when the source has no address.
 */
export async function setWatch(
  deps: Deps,
  actor: Viewer,
  sourceId: string,
  { every, version }: z.output<typeof SetWatch.body>,
): Promise<Watch> {
  const { prisma } = deps.database
  await prisma.$transaction(async tx => {
    const row = await visitable(tx, sourceId)
    const now = deps.now()
    await store.settleWatch(tx, sourceId, now)
    const before = row.watch?.every ?? 'off'
    const nextAt = every === 'off' ? null : now
    const met = await store.updateInterval(tx, sourceId, version, { every, nextAt, setById: actor.id })
    if (met === 0)
      throw conflict('Somebody else set the visits of this source first.', await readWatch(tx, sourceId))
    if (before !== every)
      await recordEvent(tx, {
        actor,
        action: 'source.watch_set',
        subjectId: sourceId,
        from: { every: before },
        to: { every },
      })
  })
  if (every !== 'off') await deps.enqueue({ queue: 'visit', sourceId, asked: false })
  return readWatch(prisma, sourceId)
}

/** Has a source visited now. Throws `not_found`, `unprocessable` when it has no address. */
export async function visitNow(deps: Deps, sourceId: string): Promise<Watch> {
  const { prisma } = deps.database
  await prisma.$transaction(async tx => {
    await visitable(tx, sourceId)
    await store.settleWatch(tx, sourceId, deps.now())
  })
  await deps.enqueue({ queue: 'visit', sourceId, asked: true })
  return readWatch(prisma, sourceId)
}

async function visitable(db: Db, sourceId: string): Promise<store.WatchedRow> {
  const row = await store.findWatched(db, sourceId)
  if (row === null) throw notFound('source')
  if (row.url === null)
    throw unprocessable('A source without an address cannot be visited.', [
      { path: 'every', message: 'Give the source an address first.' },
    ])
  return row
}
