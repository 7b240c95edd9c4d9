import { areCopies, sketchText } from '#domain/near-copies.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
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
  if (sketch === null) return
  await store.insertSketch(tx, snapshot.id, sketch)
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
