import type { z } from 'zod'
import type { Capture, SourceDraft, startCapture as StartCapture } from '#contract/capture.ts'
import { conflict, notFound, RefusalError } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Database, Db } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import type { Hints } from './extract/format.ts'
import { extractApart } from './extract/run.ts'
import type { FetchPage } from './fetch/fetch-page.ts'
import { FetchProblem } from './fetch/problem.ts'
import * as store from './store.ts'
import { viewCapture, viewDraft } from './view.ts'

/** Drafts that nobody has saved are kept so long. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000

/** How often an address is tried before it has failed. */
const MOST_ATTEMPTS = 4

/** Progress is written when so many bytes more have come. */
const STEP_BYTES = 250_000

/** A draft of a source from the bytes of a file; nothing is stored. Throws `unprocessable` at the field `file`. */
export async function readFile(bytes: Uint8Array, hints: Hints): Promise<SourceDraft> {
  return viewDraft(await extractApart(bytes, hints), hints.url)
}

/** Begins to fetch an address in the background. Throws `conflict` with what stands when the id is taken. */
export async function startCapture(
  deps: Deps,
  actor: Viewer,
  { id, url }: z.output<typeof StartCapture.body>,
): Promise<Capture> {
  const { prisma } = deps.database
  const now = deps.now()
  await store.deleteCapturesBefore(prisma, new Date(now.getTime() - KEPT_MS))
  try {
    const capture = { ...(id !== undefined && { id }), url, createdById: actor.id, createdAt: now }
    const made = await store.insertCapture(prisma, capture)
    await deps.enqueue({ queue: 'fetch', captureId: made })
    return await readCapture(prisma, actor, made)
  } catch (error) {
    if (!isDuplicate(error) || id === undefined) throw error
    throw conflict('This address is fetched already.', await readCapture(prisma, actor, id))
  }
}

/** How far a capture has come, with its draft when it is done. Throws `not_found` when it is none of the actor’s. */
export async function readCapture(db: Db, actor: Viewer, id: string): Promise<Capture> {
  const row = await store.findCapture(db, id)
  if (row === null || row.createdById !== actor.id) throw notFound('capture')
  return viewCapture(row)
}

/** Fetches once more what failed; one that has not failed goes on as it does. Throws `not_found`. */
export async function retryCapture(deps: Deps, actor: Viewer, id: string): Promise<Capture> {
  const { prisma } = deps.database
  await readCapture(prisma, actor, id)
  if (await store.resetCapture(prisma, id)) await deps.enqueue({ queue: 'fetch', captureId: id })
  return readCapture(prisma, actor, id)
}

/**
 * Fetches the address of a capture and reads what is there. Throws the `FetchProblem` when it is worth another try;
 * whatever else is wrong is written where whoever asked for it sees it.
 */
export async function runCapture(
  { prisma }: Pick<Database, 'prisma'>,
  fetchPage: FetchPage,
  id: string,
): Promise<void> {
  const capture = await store.findCapture(prisma, id)
  if (capture === null || capture.state === 'done' || capture.state === 'failed') return
  const attempts = capture.attempts + 1
  await store.updateCapture(prisma, id, {
    state: 'fetching',
    attempts,
    problem: null,
    received: 0,
    expected: null,
  })
  let told = 0
  const reports: Promise<void>[] = []
  const onProgress = (received: number, expected: number | null) => {
    if (received - told < STEP_BYTES) return
    told = received
    reports.push(store.updateCapture(prisma, id, { received, expected }))
  }
  try {
    const page = await fetchPage(capture.url, { onProgress })
    await Promise.all(reports)
    if (page === null) throw new FetchProblem('The host sent nothing.', true)
    const { bytes, type, charset, url } = page
    await store.updateCapture(prisma, id, { state: 'reading', received: bytes.length })
    const draft = await readFile(bytes, { type, charset, url, name: new URL(url).pathname })
    await store.updateCapture(prisma, id, { state: 'done', draft })
  } catch (error) {
    await Promise.allSettled(reports)
    if (!(error instanceof FetchProblem) && !(error instanceof RefusalError)) {
      await store.updateCapture(prisma, id, {
        state: 'failed',
        problem: 'Something went wrong on the server. Try again.',
      })
      throw error
    }
    const again = error instanceof FetchProblem && error.temporary && attempts < MOST_ATTEMPTS
    await store.updateCapture(prisma, id, { state: again ? 'waiting' : 'failed', problem: error.message })
    if (again) throw error
  }
}
