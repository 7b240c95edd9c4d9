import type { PartialDate } from '#domain/partial-date.ts'
import type { Audience } from '../auth/viewer.ts'
import { shownSnapshots, snapshotShown } from '../db/audience.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { dateColumns } from '../db/partial-dates.ts'

/** What every record that names a source shows of it. */
export const SOURCE_BRIEF = {
  id: true,
  title: true,
  kind: true,
  outlet: true,
  url: true,
  publishedEdtf: true,
  publishedFrom: true,
  publishedTo: true,
  modifiedEdtf: true,
  modifiedFrom: true,
  modifiedTo: true,
} as const satisfies Prisma.SourceSelect

const SOURCE = {
  ...SOURCE_BRIEF,
  version: true,
  authors: true,
  language: true,
  canonicalUrl: true,
  accessedEdtf: true,
  accessedFrom: true,
  accessedTo: true,
  note: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
} as const satisfies Prisma.SourceSelect

const SNAPSHOT = {
  id: true,
  sourceId: true,
  sha256: true,
  text: true,
  pageStarts: true,
  capturedAt: true,
  capturedBy: { select: { id: true, name: true } },
} as const satisfies Prisma.SnapshotSelect

export type SourceBriefRow = Prisma.SourceGetPayload<{ select: typeof SOURCE_BRIEF }>
export type SourceRow = NonNullable<Awaited<ReturnType<typeof findSource>>>
export type SnapshotRow = NonNullable<Awaited<ReturnType<typeof findSnapshot>>>

export function findSource(db: Db, id: string) {
  return db.source.findUnique({ where: { id }, select: SOURCE })
}

export function findSourceByUrl(db: Db, canonicalUrl: string) {
  return db.source.findUnique({ where: { canonicalUrl }, select: SOURCE })
}

/** `char_length` counts code points; those beyond U+FFFF, four bytes in UTF-8, are two UTF-16 units each. */
const UTF16_LENGTH = Prisma.sql`CASE
  WHEN octet_length(sn.text) = char_length(sn.text) THEN char_length(sn.text)
  ELSE char_length(sn.text) + regexp_count(sn.text, '[\\U00010000-\\U0010FFFF]')
END`

export type SnapshotBriefRow = {
  id: string
  sha256: string
  length: number
  capturedAt: Date
  capturedById: string | null
  capturedByName: string | null
}

/** The snapshots of a source that `audience` is shown, newest first; `length` is in UTF-16 units. */
export function listSnapshots(db: Db, sourceId: string, audience: Audience): Promise<SnapshotBriefRow[]> {
  return db.$queryRaw<SnapshotBriefRow[]>`
    SELECT sn.id, sn.sha256, ${UTF16_LENGTH} AS length, sn."capturedAt", u.id AS "capturedById", u.name AS "capturedByName"
    FROM snapshot sn LEFT JOIN "user" u ON u.id = sn."capturedById"
    WHERE sn."sourceId" = ${sourceId}::uuid AND ${snapshotShown(Prisma.sql`sn.id`, audience)}
    ORDER BY sn."capturedAt" DESC, sn.id DESC`
}

export function findSnapshot(db: Db, id: string, audience: Audience) {
  return db.snapshot.findFirst({ where: { id, ...shownSnapshots(audience) }, select: SNAPSHOT })
}

export async function snapshotIsShown(db: Db, id: string, audience: Audience): Promise<boolean> {
  const where = { id, ...shownSnapshots(audience) }
  return (await db.snapshot.findFirst({ where, select: { id: true } })) !== null
}

type SourceFields = Omit<
  Prisma.SourceUncheckedCreateInput,
  'version' | 'createdAt' | 'snapshots' | 'comments' | 'watch'
>

type Dates = Partial<Record<'published' | 'modified' | 'accessed', PartialDate | null | undefined>>

/** The columns of those dates that are given. */
export function datesOfSource({ published, modified, accessed }: Dates) {
  const [p, m, a] = [published, modified, accessed].map(date => date !== undefined && dateColumns(date))
  return {
    ...(p && { publishedEdtf: p.edtf, publishedFrom: p.from, publishedTo: p.to }),
    ...(m && { modifiedEdtf: m.edtf, modifiedFrom: m.from, modifiedTo: m.to }),
    ...(a && { accessedEdtf: a.edtf, accessedFrom: a.from, accessedTo: a.to }),
  }
}

export async function insertSource(tx: Tx, source: SourceFields): Promise<string> {
  const { id } = await tx.source.create({ data: source, select: { id: true } })
  return id
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateSource(
  tx: Tx,
  id: string,
  version: number,
  changes: Partial<SourceFields>,
): Promise<number> {
  const { count } = await tx.source.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}

/** Whether there is such a source; until the transaction ends, nobody else captures its text. */
export async function lockSource(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM source WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return found.length > 0
}

/** The newest snapshot of a source, without its text; null when it has none. */
export function findNewestSnapshot(tx: Tx, sourceId: string) {
  return tx.snapshot.findFirst({
    where: { sourceId },
    orderBy: [{ capturedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, sha256: true, capturedAt: true },
  })
}

export async function insertSnapshot(
  tx: Tx,
  snapshot: {
    sourceId: string
    text: string
    sha256: string
    pageStarts: number[]
    capturedById: string | null
    capturedAt: Date
  },
): Promise<string> {
  const { id } = await tx.snapshot.create({ data: snapshot, select: { id: true } })
  return id
}
