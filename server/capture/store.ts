import { SourceDraft } from '#contract/capture.ts'
import type { CaptureState } from '#domain/vocabulary.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'

const CAPTURE = {
  id: true,
  url: true,
  state: true,
  received: true,
  expected: true,
  attempts: true,
  problem: true,
  draft: true,
  createdAt: true,
  createdById: true,
} as const satisfies Prisma.CaptureSelect

export type CaptureRow = Omit<Prisma.CaptureGetPayload<{ select: typeof CAPTURE }>, 'draft'> & {
  draft: SourceDraft | null
}

export async function findCapture(db: Db, id: string): Promise<CaptureRow | null> {
  const row = await db.capture.findUnique({ where: { id }, select: CAPTURE })
  return row && { ...row, draft: row.draft === null ? null : SourceDraft.parse(row.draft) }
}

export async function insertCapture(
  db: Db,
  capture: { id?: string; url: string; createdById: string; createdAt: Date },
): Promise<string> {
  const { id } = await db.capture.create({ data: capture, select: { id: true } })
  return id
}

export type CaptureProgress = {
  state?: CaptureState
  received?: number
  expected?: number | null
  attempts?: number
  problem?: string | null
  draft?: SourceDraft
}

/** Writes how far a capture has come. One that is done or failed stays so: a slow report must not take it back. */
export async function updateCapture(
  db: Db,
  id: string,
  { draft, ...progress }: CaptureProgress,
): Promise<void> {
  await db.capture.updateMany({
    where: { id, state: { notIn: ['done', 'failed'] } },
    data: { ...progress, ...(draft !== undefined && { draft }) },
  })
}

/** Puts a failed capture back to its beginning; false when it has not failed. */
export async function resetCapture(db: Db, id: string): Promise<boolean> {
  const { count } = await db.capture.updateMany({
    where: { id, state: 'failed' },
    data: { state: 'waiting', received: 0, expected: null, attempts: 0, problem: null, draft: Prisma.DbNull },
  })
  return count > 0
}

export async function deleteCapturesBefore(db: Db, day: Date): Promise<void> {
  await db.capture.deleteMany({ where: { createdAt: { lt: day } } })
}
