import type { SpeakerKind } from '#domain/vocabulary.ts'
import type { Audience } from '../auth/viewer.ts'
import { claimListed, speakerShown } from '../db/audience.ts'
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

export type SpeakerRow = {
  id: string
  version: number
  name: string
  kind: SpeakerKind
  disambiguation: string
  role: string | null
  aliases: string[]
  wikidataId: string | null
  claims: number
  /** The first part of the key of a list by name. */
  sortName: string
}

/** How many claims of a speaker `sp` stand in lists. All of theirs, and the few that are joined, are each counted by an index. */
const countListed = (audience: Audience) =>
  audience === 'all'
    ? Prisma.sql`(SELECT count(*) FROM claim c WHERE c."speakerId" = sp.id)
        - (SELECT count(*) FROM claim c WHERE c."speakerId" = sp.id AND c."sameAsId" IS NOT NULL)`
    : Prisma.sql`SELECT count(*) FROM claim c WHERE c."speakerId" = sp.id AND ${claimListed(audience)}`

/** The speakers `sp` of `rest`, from its WHERE on, that `audience` is shown; with how many of their claims it is. */
export function findSpeakers(db: Db, rest: Prisma.Sql, audience: Audience): Promise<SpeakerRow[]> {
  return db.$queryRaw<SpeakerRow[]>`
    SELECT sp.id, sp.version, sp.name, sp.kind, sp.disambiguation, sp.role, sp.aliases, sp."wikidataId",
      lower(sp.name) AS "sortName",
      (${countListed(audience)})::int AS claims
    FROM speaker sp WHERE ${speakerShown(Prisma.sql`sp.id`, audience)} AND ${rest}`
}

export async function findSpeaker(db: Db, id: string, audience: Audience): Promise<SpeakerRow | null> {
  const [found] = await findSpeakers(db, Prisma.sql`sp.id = ${id}::uuid`, audience)
  return found ?? null
}

export type SpeakerFields = Pick<
  Prisma.SpeakerUncheckedCreateInput,
  'id' | 'name' | 'kind' | 'disambiguation' | 'role' | 'wikidataId'
> & { aliases: string[]; disambiguation: string; wikidataId: string | null }

/** A SELECT of the ids of speakers of whom a name or alias holds one of the texts. */
export const speakersNamed = (texts: readonly string[]) =>
  Prisma.sql`SELECT sp.id FROM speaker sp WHERE ${contains(Prisma.sql`sp.name`, texts)}
    UNION SELECT sp.id FROM speaker sp CROSS JOIN unnest(sp.aliases) AS alias
    WHERE sp.aliases <> '{}' AND ${contains(Prisma.sql`alias`, texts)}`

/** The id of the new speaker, or null when another one is in its way: the same id, Wikidata id or name. */
export async function insertSpeakerIfNew(tx: Tx, speaker: SpeakerFields): Promise<string | null> {
  const [made] = await tx.speaker.createManyAndReturn({
    data: [speaker],
    skipDuplicates: true,
    select: { id: true },
  })
  return made?.id ?? null
}

/** The speaker, other than `but`, of this Wikidata id, else of this name in any case, kind and disambiguation; or null. */
export async function findSameSpeaker(
  db: Db,
  { name, kind, disambiguation, wikidataId }: SpeakerFields,
  but: string | null = null,
): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM speaker
    WHERE id IS DISTINCT FROM ${but}::uuid AND ("wikidataId" = ${wikidataId} OR (
      lower(name) = lower(${name}) AND kind = ${kind}::"SpeakerKind" AND lower(disambiguation) = lower(${disambiguation})
    ))
    ORDER BY "wikidataId" = ${wikidataId} DESC NULLS LAST, id LIMIT 1`
  return found?.id ?? null
}

export async function speakerExists(db: Db, id: string): Promise<boolean> {
  return (await db.speaker.findUnique({ where: { id }, select: { id: true } })) !== null
}

export async function insertSpeaker(tx: Tx, speaker: SpeakerFields): Promise<string> {
  const { id } = await tx.speaker.create({ data: speaker, select: { id: true } })
  return id
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateSpeaker(
  tx: Tx,
  id: string,
  version: number,
  changes: Omit<SpeakerFields, 'id'>,
): Promise<number> {
  const { count } = await tx.speaker.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}
