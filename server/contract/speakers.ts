import { z } from 'zod'
import { SPEAKER_KINDS } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { anyText, Id, LIMITS, NewId, optionalText, text, Version } from './text.ts'

/** A speaker as a claim names it. */
export const SpeakerBrief = z
  .object({ id: Id, name: z.string(), kind: z.enum(SPEAKER_KINDS), role: z.string().nullable() })
  .meta({ id: 'SpeakerBrief' })
export type SpeakerBrief = z.infer<typeof SpeakerBrief>

export const Speaker = SpeakerBrief.extend({
  version: Version,
  /** Tells two of the same name apart; empty when the name is enough. */
  disambiguation: z.string(),
  aliases: z.array(z.string()),
  wikidataId: z.string().nullable(),
  claims: z.int(),
}).meta({ id: 'Speaker' })
export type Speaker = z.infer<typeof Speaker>

/** "Q42", or the address of its page. */
const WikidataId = z
  .string()
  .trim()
  .max(LIMITS.url)
  .nullish()
  .transform((value, context) => {
    if (!value) return null
    const found = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d*)$/i.exec(value)
    if (found?.[1]) return found[1].toUpperCase()
    context.issues.push({
      code: 'custom',
      message: 'Use a Wikidata id such as Q42, or the address of its page.',
      input: value,
    })
    return z.NEVER
  })

const disambiguation = anyText(LIMITS.name).trim()

export const NewSpeaker = z.strictObject({
  id: NewId,
  name: text(LIMITS.name),
  kind: z.enum(SPEAKER_KINDS),
  disambiguation: disambiguation.default(''),
  role: optionalText(LIMITS.name),
  aliases: z.array(text(LIMITS.name)).max(50).default([]),
  wikidataId: WikidataId,
})

export const listSpeakers = endpoint({
  method: 'get',
  path: '/api/speakers',
  access: 'anyone',
  summary: 'List speakers by name, or those whose name or alias matches',
  query: z.strictObject({ ...paging, q: anyText(LIMITS.name).optional() }),
  reply: page(Speaker),
})

export const createSpeaker = endpoint({
  method: 'post',
  path: '/api/speakers',
  access: 'researcher',
  summary: 'Add a speaker',
  body: NewSpeaker,
  reply: Speaker,
  status: 201,
})

export const readSpeaker = endpoint({
  method: 'get',
  path: '/api/speakers/:id',
  access: 'anyone',
  summary: 'Read a speaker',
  params: z.strictObject({ id: Id }),
  reply: Speaker,
})

export const updateSpeaker = endpoint({
  method: 'patch',
  path: '/api/speakers/:id',
  access: 'researcher',
  summary: 'Correct what is known of a speaker',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    version: Version,
    name: text(LIMITS.name).optional(),
    kind: z.enum(SPEAKER_KINDS).optional(),
    disambiguation: disambiguation.optional(),
    role: optionalText(LIMITS.name).optional(),
    aliases: z.array(text(LIMITS.name)).max(50).optional(),
    wikidataId: WikidataId.optional(),
  }),
  reply: Speaker,
})
