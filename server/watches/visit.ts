import { RefusalError } from '#domain/refusals.ts'
import type { WatchInterval } from '#domain/vocabulary.ts'
import { extractApart } from '../capture/extract/run.ts'
import type { FetchPage } from '../capture/fetch/fetch-page.ts'
import { FetchProblem } from '../capture/fetch/problem.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { addSnapshot } from '../sources/service.ts'
import { mayVisit } from './robots.ts'
import * as store from './store.ts'

const HOUR_MS = 60 * 60 * 1_000

/** Time between two visits; a source that is not visited by itself has none. */
const INTERVALS = { off: 0, hourly: HOUR_MS, daily: 24 * HOUR_MS, weekly: 7 * 24 * HOUR_MS } satisfies Record<
  WatchInterval,
  number
>

/** After failures the time doubles each time, up to so long. */
const LONGEST_MS = 28 * 24 * HOUR_MS

/** A visit that was begun and never ended is due again after so long. */
const LEASE_MS = 15 * 60 * 1_000

/** Visits begun at one time; the others are due a minute later. */
const AT_ONCE = 20

/** What a visit found: the page read, as it was, unreadable, or closed to programs. */
type Found =
  | {
      outcome: 'read'
      text: string
      pages: number[]
      whole: string | null
      etag: string | null
      lastModified: string | null
    }
  | { outcome: 'unchanged' }
  | { outcome: 'unreachable' | 'refused'; problem: string }

/**
 * Visits the page of a source: captures its text when it has changed, and notes what came of it. A visit that nobody
 * `asked` for respects the site's robots.txt. A page that cannot be read is a state of the watch, never an error.
 */
export async function visitSource(
  deps: Deps,
  fetchPage: FetchPage,
  sourceId: string,
  asked: boolean,
): Promise<Found['outcome'] | null> {
  const row = await store.findWatched(deps.database.prisma, sourceId)
  if (row?.url == null || row.watch === null || (row.watch.every === 'off' && !asked)) return null
  const found = await look(fetchPage, row.url, row.watch, asked ? null : deps.now())
  if (found.outcome === 'read') await addSnapshot(deps, null, sourceId, found)
  await note(deps, sourceId, row.watch, found)
  return found.outcome
}

/** `scheduled` is the time of a visit that nobody asked for. */
async function look(
  fetchPage: FetchPage,
  url: string,
  watch: store.WatchRow,
  scheduled: Date | null,
): Promise<Found> {
  try {
    if (scheduled !== null && !(await mayVisit(fetchPage, url, scheduled)))
      return {
        outcome: 'refused',
        problem: `${new URL(url).host} asks programs not to visit this page (robots.txt).`,
      }
    const page = await fetchPage(url, { validators: { etag: watch.etag, lastModified: watch.lastModified } })
    if (page === null) return { outcome: 'unchanged' }
    const { bytes, type, charset, etag, lastModified } = page
    const hints = { type, charset, url: page.url, name: new URL(page.url).pathname }
    const { text, pages, whole } = await extractApart(bytes, hints)
    return { outcome: 'read', text, pages, whole, etag, lastModified }
  } catch (error) {
    if (error instanceof FetchProblem || error instanceof RefusalError)
      return { outcome: 'unreachable', problem: error.message }
    throw error
  }
}

async function note(
  { database, now }: Deps,
  sourceId: string,
  before: store.WatchRow,
  found: Found,
): Promise<void> {
  const at = now()
  const reached = found.outcome === 'read' || found.outcome === 'unchanged'
  const state = found.outcome === 'unreachable' || found.outcome === 'refused' ? found.outcome : 'reached'
  const failures = reached ? 0 : before.failures + 1
  const outcome: store.VisitOutcome = {
    state,
    since: state === before.state ? before.since : at,
    problem: 'problem' in found ? found.problem : null,
    failures,
    visitedAt: at,
    ...(reached && { reachedAt: at }),
    ...(found.outcome === 'read' && { etag: found.etag, lastModified: found.lastModified }),
  }
  await database.prisma.$transaction(async tx => {
    await store.recordVisit(tx, sourceId, outcome, nextVisit(before.every, failures, at))
    if (state === 'unreachable' && before.state !== 'unreachable')
      await recordEvent(tx, {
        actor: null,
        action: 'source.unreachable',
        subjectId: sourceId,
        from: { state: before.state },
        to: { state, problem: outcome.problem },
      })
    if (state === 'reached' && before.state === 'unreachable')
      await recordEvent(tx, {
        actor: null,
        action: 'source.reached',
        subjectId: sourceId,
        from: { state: before.state, problem: before.problem },
        to: { state },
      })
  })
}

/** When the next visit is due: after failures later each time. Null when none is. */
export function nextVisit(every: WatchInterval, failures: number, now: Date): Date | null {
  if (every === 'off') return null
  const wait = INTERVALS[every] * 2 ** Math.min(Math.max(0, failures - 1), 10)
  return new Date(now.getTime() + Math.min(wait, Math.max(LONGEST_MS, INTERVALS[every])))
}

/** The sources whose visit is due now, each told to one process alone. */
export async function takeDueVisits({ database, now }: Pick<Deps, 'database' | 'now'>): Promise<string[]> {
  const at = now()
  return store.takeDue(database.prisma, at, new Date(at.getTime() + LEASE_MS), AT_ONCE)
}
