import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { contains } from '../db/text-search.ts'

/** What a claim shows of its speaker. */
export const SPEAKER_BRIEF = {
  id: true,
  name: true,
  kind: true,
  role: true,
} as const satisfies Prisma.SpeakerSelect

export type SpeakerBriefRow = Prisma.SpeakerGetPayload<{ select: typeof SPEAKER_BRIEF }>

export type SpeakerFields = Pick<
  Prisma.SpeakerUncheckedCreateInput,
  'id' | 'name' | 'kind' | 'disambiguation' | 'role' | 'wikidataId'
> & { aliases: string[]; disambiguation: string; wikidataId: string | null }

/** A SELECT of the ids of speakers of whom a name or alias holds one of the texts. */
export const speakersNamed = (texts: readonly string[]) =>
  Prisma.sql`SELECT sp.id FROM speaker sp WHERE ${contains(Prisma.sql`sp.name`, texts)}
    OR EXISTS (SELECT 1 FROM unnest(sp.aliases) AS alias WHERE ${contains(Prisma.sql`alias`, texts)})`

/** The id of the new speaker, or null when another one is in its way: the same id, Wikidata id or name. */
export async function insertSpeakerIfNew(tx: Tx, speaker: SpeakerFields): Promise<string | null> {
  const [made] = await tx.speaker.createManyAndReturn({
    data: [speaker],
    skipDuplicates: true,
    select: { id: true },
  })
  return made?.id ?? null
}

/** The speaker of this Wikidata id, else of this name (in any case), kind and disambiguation; or null. */
export async function findSameSpeaker(
  db: Db,
  { name, kind, disambiguation, wikidataId }: SpeakerFields,
): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM speaker
    WHERE "wikidataId" = ${wikidataId}
      OR (lower(name) = lower(${name}) AND kind = ${kind}::"SpeakerKind" AND lower(disambiguation) = lower(${disambiguation}))
    ORDER BY "wikidataId" = ${wikidataId} DESC NULLS LAST, id LIMIT 1`
  return found?.id ?? null
}

export async function speakerExists(db: Db, id: string): Promise<boolean> {
  return (await db.speaker.findUnique({ where: { id }, select: { id: true } })) !== null
}
