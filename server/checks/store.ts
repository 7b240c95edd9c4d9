import { z } from 'zod'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

const ITEM = {
  id: true,
  title: true,
  sentences: true,
  conflicting: true,
  repeating: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
} as const satisfies Prisma.CheckReportSelect

const REPORT = { ...ITEM, text: true, findings: true, modelVersion: true } as const

export type ReportItemRow = NonNullable<Awaited<ReturnType<typeof findReportItem>>>
export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>

export function findReportItem(db: Db, id: string) {
  return db.checkReport.findUnique({ where: { id }, select: ITEM })
}

export function findReport(db: Db, id: string) {
  return db.checkReport.findUnique({ where: { id }, select: REPORT })
}

const CursorKey = z.tuple([z.iso.datetime(), z.uuid()])

/** Newest first; one more row than asked for, when there is one. */
export function listReports(
  db: Db,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ReportItemRow[]> {
  const after = cursor === undefined ? null : decodeCursor(CursorKey, cursor)
  return db.checkReport.findMany({
    where:
      after === null
        ? {}
        : { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: ITEM,
  })
}

export async function insertReport(tx: Tx, data: Prisma.CheckReportUncheckedCreateInput): Promise<string> {
  const { id } = await tx.checkReport.create({ data, select: { id: true } })
  return id
}

export async function deleteReport(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.checkReport.deleteMany({ where: { id } })
  return count > 0
}
