import type { NewSpeaker } from '#contract/speakers.ts'
import { unprocessable } from '#domain/refusals.ts'
import type { z } from 'zod'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'

type SpeakerChoice = { id: string } | Omit<z.output<typeof NewSpeaker>, 'id'>

/**
 * The id of the speaker a person chose, or of the one they named: the same speaker when it is stored already, else a
 * new one, with its event. Throws `unprocessable` when the chosen speaker does not exist.
 */
export async function settleSpeaker(tx: Tx, actor: Viewer | null, choice: SpeakerChoice): Promise<string> {
  if ('id' in choice) {
    if (await store.speakerExists(tx, choice.id)) return choice.id
    throw unprocessable('There is no such speaker.', [
      {
        path: 'speaker.id',
        message: 'This speaker does not exist. Choose another, or give a name and kind.',
      },
    ])
  }
  const known = await store.findSameSpeaker(tx, choice)
  if (known !== null) return known
  const made = await store.insertSpeakerIfNew(tx, choice)
  if (made === null) {
    const same = await store.findSameSpeaker(tx, choice)
    if (same === null) throw new Error('A speaker was refused as a duplicate of none.')
    return same
  }
  const to = { name: choice.name, kind: choice.kind, disambiguation: choice.disambiguation }
  await recordEvent(tx, { actor, action: 'speaker.created', subjectId: made, to })
  return made
}
