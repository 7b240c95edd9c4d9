import type { z } from 'zod'
import type { NewSpeaker, Speaker, updateSpeaker as UpdateSpeaker } from '#contract/speakers.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { Audience, Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Db, Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { changedFields } from '../events/changed-fields.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewSpeaker } from './view.ts'

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
  await recordEvent(tx, { actor, action: 'speaker.created', subjectId: made, to: describe(choice) })
  return made
}

/** A speaker with how many of their claims `audience` is shown. Throws `not_found` when it is shown none. */
export async function readSpeaker(db: Db, id: string, audience: Audience): Promise<Speaker> {
  const row = await store.findSpeaker(db, id, audience)
  if (row === null) throw notFound('speaker')
  return viewSpeaker(row)
}

/**
 * Adds a speaker. Throws `conflict` with the speaker that stands when the id, the Wikidata id, or the name with its
 * kind and disambiguation is taken. An `actor` of null is the system.
 */
export async function createSpeaker(
  deps: Deps,
  actor: Viewer | null,
  { id, ...fields }: z.output<typeof NewSpeaker>,
): Promise<Speaker> {
  const { prisma } = deps.database
  try {
    const made = await prisma.$transaction(async tx => {
      const made = await store.insertSpeaker(tx, { ...(id !== undefined && { id }), ...fields })
      await recordEvent(tx, { actor, action: 'speaker.created', subjectId: made, to: describe(fields) })
      return made
    })
    return await readSpeaker(prisma, made, 'all')
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const same = id === undefined ? null : await store.findSpeaker(prisma, id, 'all')
    if (same !== null) throw conflict(`This speaker was added already: “${same.name}”.`, viewSpeaker(same))
    throw (await taken(prisma, fields)) ?? error
  }
}

/**
 * Corrects what is known of a speaker; what changes nothing is not written. Throws `not_found`, `conflict` with the
 * speaker as it stands when it is no longer at the version the actor saw, or with another one of the same name.
 */
export async function updateSpeaker(
  deps: Deps,
  actor: Viewer | null,
  id: string,
  { version, ...input }: z.output<typeof UpdateSpeaker.body>,
): Promise<Speaker> {
  const { prisma } = deps.database
  const known = await readSpeaker(prisma, id, 'all')
  const fields = {
    name: input.name ?? known.name,
    kind: input.kind ?? known.kind,
    disambiguation: input.disambiguation ?? known.disambiguation,
    role: input.role === undefined ? known.role : input.role,
    aliases: input.aliases ?? known.aliases,
    wikidataId: input.wikidataId === undefined ? known.wikidataId : input.wikidataId,
  }
  const changed = changedFields(describe(known), describe(fields))
  if (known.version !== version) throw conflict(CHANGED_FIRST, known)
  if (changed === null) return known
  try {
    await prisma.$transaction(async tx => {
      if ((await store.updateSpeaker(tx, id, version, fields)) === 0)
        throw conflict(CHANGED_FIRST, await readSpeaker(tx, id, 'all'))
      await recordEvent(tx, { actor, action: 'speaker.updated', subjectId: id, ...changed })
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    throw (await taken(prisma, fields, id)) ?? error
  }
  return readSpeaker(prisma, id, 'all')
}

const CHANGED_FIRST = 'Somebody else changed this speaker first.'

/** The refusal that names who has the Wikidata id or the name already. */
async function taken(db: Db, fields: store.SpeakerFields, but?: string) {
  const found = await store.findSameSpeaker(db, fields, but)
  const other = found && (await store.findSpeaker(db, found, 'all'))
  if (!other) return null
  return conflict(
    other.wikidataId !== null && other.wikidataId === fields.wikidataId
      ? `${other.wikidataId} of Wikidata is “${other.name}” already.`
      : `There is a speaker of this name already: “${other.name}”. Choose that one, or say in the disambiguation what tells the two apart.`,
    viewSpeaker(other),
  )
}

/** A speaker as the audit log tells it. */
function describe({
  name,
  kind,
  disambiguation,
  role,
  aliases,
  wikidataId,
}: Omit<store.SpeakerFields, 'id'>) {
  return { name, kind, disambiguation, role: role ?? null, aliases, wikidataId }
}
