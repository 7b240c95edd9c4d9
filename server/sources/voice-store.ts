import type { TextSketch } from '#domain/near-copies.ts'
import type { Db, Tx } from '../db/open.ts'
import { SOURCE_BRIEF } from './store.ts'

/** False when the text has a sketch already. */
export async function insertSketch(tx: Tx, snapshotId: string, sketch: TextSketch): Promise<boolean> {
  const { count } = await tx.sketch.createMany({ data: [{ snapshotId, ...sketch }], skipDuplicates: true })
  return count > 0
}

/** Texts after `after` that were never looked at for copies, in order of their ids. */
export function findUnsketched(db: Db, after: string | null, take: number) {
  return db.snapshot.findMany({
    where: { sketch: null, ...(after !== null && { id: { gt: after } }) },
    select: { id: true, sourceId: true },
    orderBy: { id: 'asc' },
    take,
  })
}

export async function findText(db: Db, snapshotId: string): Promise<string | null> {
  const row = await db.snapshot.findUnique({ where: { id: snapshotId }, select: { text: true } })
  return row?.text ?? null
}

/** More than any text is reprinted; what is alike beyond them is in their group already. */
const MOST_ALIKE = 500

export type AlikeRow = { sourceId: string; voiceId: string | null; hashes: number[] }

/** The sketches of other sources that share a band: likely copies. */
export function findAlike(tx: Tx, bands: readonly number[], sourceId: string): Promise<AlikeRow[]> {
  return tx.$queryRaw<AlikeRow[]>`
    SELECT n."sourceId", s."voiceId", k.hashes
    FROM sketch k JOIN snapshot n ON n.id = k."snapshotId" JOIN source s ON s.id = n."sourceId"
    WHERE k.bands && ${[...bands]}::int[] AND n."sourceId" <> ${sourceId}::uuid
    ORDER BY n."sourceId" LIMIT ${MOST_ALIKE}`
}

export async function findVoice(tx: Tx, sourceId: string): Promise<string | null> {
  const row = await tx.source.findUnique({ where: { id: sourceId }, select: { voiceId: true } })
  return row?.voiceId ?? null
}

/** Makes `voiceId` the voice of those sources, and of all that had one of `voices`. */
export async function joinVoice(
  tx: Tx,
  voiceId: string,
  sources: readonly string[],
  voices: readonly string[],
): Promise<void> {
  await tx.source.updateMany({
    where: { OR: [{ id: { in: [...sources] } }, { voiceId: { in: [...voices] } }] },
    data: { voiceId },
  })
}

/** The other sources whose texts are copies of this one’s, oldest first. */
export async function findCopies(db: Db, sourceId: string) {
  const source = await db.source.findUnique({ where: { id: sourceId }, select: { voiceId: true } })
  if (source === null) return null
  if (source.voiceId === null) return []
  return db.source.findMany({
    where: { voiceId: source.voiceId, id: { not: sourceId } },
    select: SOURCE_BRIEF,
    orderBy: { id: 'asc' },
    take: 100,
  })
}
