import type { z } from 'zod'
import type { createClaim } from '#contract/claims.ts'
import type { Speaker } from '#contract/speakers.ts'
import type { HowPut, SpeakerKind } from '#domain/vocabulary.ts'
import type { Passage } from './passage.ts'

/** `NEW` in place of an id: a new speaker, though one of that name is stored. */
export const NEW = 'new'

/** What a person types to make a claim. The speaker is one that is stored (`speakerId`), or the name of one. */
export type ClaimValues = {
  id: string
  statement: string
  speakerId: string
  speakerName: string
  speakerKind: SpeakerKind
  speakerRole: string
  speakerApart: string
  howPut: HowPut
  said: string
  topics: string[]
}

/** Where the form shows what the server finds wrong. */
export const FIELD_OF = {
  speaker: 'speakerName',
  'speaker.id': 'speakerName',
  'speaker.name': 'speakerName',
  'speaker.kind': 'speakerKind',
  'speaker.role': 'speakerRole',
  'speaker.disambiguation': 'speakerApart',
}

/** The one stored speaker who has this name or is also known by it; undefined when there is none, or several. */
export function onlyNamesake(name: string, speakers: readonly Speaker[]): Speaker | undefined {
  const namesakes = speakers.filter(speaker => bears(speaker, name))
  return namesakes.length === 1 ? namesakes[0] : undefined
}

export function bears({ name, aliases }: Speaker, sought: string): boolean {
  const wanted = fold(sought)
  return wanted !== '' && [name, ...aliases].some(known => fold(known) === wanted)
}

function fold(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

/** The speaker to send: a stored one, or a new one described. `known` is the stored speaker of the typed name, if there is just one. */
export function speakerChoice(values: Omit<ClaimValues, 'id'>, known: Speaker | undefined) {
  const chosen = values.speakerId === '' ? known?.id : values.speakerId
  return chosen !== undefined && chosen !== NEW
    ? { id: chosen }
    : {
        name: values.speakerName,
        kind: values.speakerKind,
        role: values.speakerRole,
        disambiguation: values.speakerApart,
      }
}

/** The claim to send. */
export function claimBody(
  values: ClaimValues,
  passage: Passage,
  known: Speaker | undefined,
): z.input<typeof createClaim.body> {
  const { id, statement, howPut, said, topics } = values
  return { id, statement, howPut, said, topics, speaker: speakerChoice(values, known), quote: passage }
}
