import { areCopies, sketchText } from '#domain/near-copies.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Database, Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './voice-store.ts'

/**
 * Puts a source into one group with those whose texts are copies of a text of it that is newly captured, so that they
 * count as one voice. Groups that a text belongs to become one; nobody is taken out of one again.
 */
export async function groupCopies(
  tx: Tx,
  actor: Viewer | null,
  snapshot: { id: string; sourceId: string; text: string },
): Promise<void> {
  const sketch = sketchText(snapshot.text)
  // A text that is too short has an empty sketch, by which nothing is found: it was looked at, and is not read again.
  const isNew = await store.insertSketch(tx, snapshot.id, sketch ?? { hashes: [], bands: [] })
  if (sketch === null || !isNew) return
  const alike = (await store.findAlike(tx, sketch.bands, snapshot.sourceId)).filter(one =>
    areCopies(one, sketch),
  )
  if (alike.length === 0) return
  const own = await store.findVoice(tx, snapshot.sourceId)
  const sources = [...new Set([snapshot.sourceId, ...alike.map(({ sourceId }) => sourceId)])]
  const voices = [...new Set([own, ...alike.map(({ voiceId }) => voiceId)].filter(voice => voice !== null))]
  if (voices.length === 1 && own !== null && alike.every(({ voiceId }) => voiceId === own)) return
  // Ids are in order of time: the smallest is that of the oldest.
  const voiceId = [...sources, ...voices].toSorted()[0] ?? snapshot.sourceId
  await store.joinVoice(tx, voiceId, sources, voices)
  await recordEvent(tx, {
    actor,
    action: 'source.grouped',
    subjectId: snapshot.sourceId,
    from: { voiceId: own },
    to: { voiceId, copies: sources.filter(id => id !== snapshot.sourceId) },
  })
}

/**
 * Groups the texts after the snapshot `after` that were never looked at for copies, `most` of them at most. Returns the
 * last one that was looked at, from which to go on, or null when none is left.
 */
export async function groupEarlierCopies(
  { prisma }: Database,
  after: string | null,
  most: number,
): Promise<string | null> {
  const batch = await store.findUnsketched(prisma, after, most)
  for (const { id, sourceId } of batch) {
    const text = await store.findText(prisma, id)
    if (text !== null) await prisma.$transaction(tx => groupCopies(tx, null, { id, sourceId, text }))
  }
  return batch.length < most ? null : (batch.at(-1)?.id ?? null)
}
