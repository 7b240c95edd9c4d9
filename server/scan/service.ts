import type { Scan } from '#contract/scans.ts'
import type { EventAction } from '#domain/events.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { ScanState } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { countClaims } from './claim-store.ts'
import * as store from './store.ts'
import { viewScan } from './view.ts'

/** Starts a scan over all claims. Throws `conflict` with the scan that runs or is paused, `unprocessable` without claims. */
export async function start(deps: Deps, admin: Viewer): Promise<Scan> {
  const { prisma } = deps.database
  const claims = await countClaims(prisma)
  if (claims === 0) throw unprocessable('There are no claims to compare yet.')
  try {
    const id = await prisma.$transaction(async tx => {
      const made = await store.insertScan(tx, { claims, startedById: admin.id, startedAt: deps.now() })
      await recordEvent(tx, { actor: admin, action: 'scan.started', subjectId: made, to: { claims } })
      return made
    })
    await deps.enqueue({ queue: 'scan' })
    return await read(deps, id)
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const open = await store.findOpenScan(prisma)
  throw conflict('A scan is under way already.', open === null ? undefined : viewScan(open, deps.now()))
}

const CHANGES = {
  pause: {
    from: ['running'],
    to: 'paused',
    action: 'scan.paused',
    refused: 'Only a running scan can be paused.',
  },
  resume: { from: ['paused'], to: 'running', action: 'scan.resumed', refused: 'Only a paused scan goes on.' },
  cancel: {
    from: ['running', 'paused'],
    to: 'cancelled',
    action: 'scan.cancelled',
    refused: 'This scan has ended already.',
  },
} as const satisfies Record<
  string,
  { from: readonly ScanState[]; to: ScanState; action: EventAction; refused: string }
>

/** Pauses, resumes or cancels a scan. Throws `not_found`, and `conflict` with the scan when it is not in a state for that. */
export async function change(
  deps: Deps,
  admin: Viewer,
  id: string,
  how: keyof typeof CHANGES,
): Promise<Scan> {
  const { from, to: state, action, refused } = CHANGES[how]
  const { prisma } = deps.database
  const done = await prisma.$transaction(async tx => {
    const before = await store.findScan(tx, id)
    if (before === null) throw notFound('scan')
    const ended = state === 'cancelled' ? { endedAt: deps.now() } : {}
    if (!(await store.changeState(tx, id, from, { state, ...ended }))) return false
    const { claimsDone, proposed } = before
    await recordEvent(tx, {
      actor: admin,
      action,
      subjectId: id,
      from: { state: before.state },
      to: { state, claimsDone, proposed },
    })
    return true
  })
  const scan = await read(deps, id)
  if (!done) throw conflict(refused, scan)
  if (state === 'running') await deps.enqueue({ queue: 'scan' })
  return scan
}

async function read({ database, now }: Deps, id: string): Promise<Scan> {
  const row = await store.findScan(database.prisma, id)
  if (row === null) throw notFound('scan')
  return viewScan(row, now())
}
