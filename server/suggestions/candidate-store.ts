import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'

const { sql } = Prisma

/** How many claims are looked at for one. */
const CANDIDATES = 160

/** About how many claims may hold one of the words that are asked for. */
const HITS = 3_000

/** However common they are, so many of the rarest words are asked for. */
const FEWEST_WORDS = 3
const MOST_WORDS = 24

/** The share of claims that hold a word about which nothing is known. */
const UNKNOWN_SHARE = 0.0005

export type Word = { lexeme: string; weight: number; hits: number }

/**
 * The stemmed words of a statement, the rarest first, each with its weight (the negative logarithm of the share of
 * claims that hold it: Spärck Jones 1972) and about how many claims that is. What the database has gathered for its
 * planner tells how common a word is; without it all weigh the same.
 */
export async function weighWords(db: Db, statement: string): Promise<Word[]> {
  return (await weighWordsOf(db, [statement]))[0] ?? []
}

/** The same for several statements at once, in their order. */
export async function weighWordsOf(db: Db, statements: readonly string[]): Promise<Word[][]> {
  const rows = await db.$queryRaw<{ nth: number; lexeme: string; share: number | null; claims: number }[]>`
    SELECT s.nth::int, w.lexeme, known.share::float8 AS share, greatest(t.reltuples, 0)::float8 AS claims
    FROM unnest(${[...statements]}::text[]) WITH ORDINALITY AS s(statement, nth)
    CROSS JOIN LATERAL unnest(to_tsvector('english', s.statement)) AS w
    CROSS JOIN (SELECT reltuples FROM pg_class WHERE oid = 'claim'::regclass) AS t
    LEFT JOIN (
      SELECT e.lexeme, e.share FROM pg_stats AS s,
        unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e(lexeme, share)
      WHERE s.schemaname = current_schema() AND s.tablename = 'claim' AND s.attname = 'words'
    ) AS known ON known.lexeme = w.lexeme`
  const words = statements.map((): Word[] => [])
  for (const { nth, lexeme, share, claims } of rows) {
    const known = Math.max(share ?? UNKNOWN_SHARE, Number.EPSILON)
    const weight = -Math.log(Math.min(known, 0.99))
    words[nth - 1]?.push({ lexeme, weight, hits: known * claims })
  }
  return words.map(one => one.toSorted(rarestFirst))
}

const rarestFirst = (one: Word, other: Word) =>
  other.weight - one.weight || (one.lexeme < other.lexeme ? -1 : 1)

/** A word that names somebody or some place counts as one of the square of its rarity: it tells what a statement is about. */
const NAMED = 2

/**
 * The words with those that are part of a name before others, but for names that are in everybody's mouth; `names` are the
 * words of the names as they are written.
 */
export function favourNames(words: readonly Word[], names: readonly string[]): Word[] {
  const written = names.map(name => name.toLowerCase())
  // A stem is the beginning of its word, but for a last "i" that stands for "y".
  const isNamed = ({ lexeme, hits }: Word) =>
    hits <= HITS && written.some(name => name.startsWith(lexeme.replace(/i$/, '')))
  return words
    .map(word => (isNamed(word) ? { ...word, weight: word.weight * NAMED } : word))
    .toSorted(rarestFirst)
}

/** The rarest words, as many as are found without looking at many more claims than `most`. */
export function chooseWords(words: readonly Word[], most = HITS): Word[] {
  let hits = 0
  return words.slice(0, MOST_WORDS).filter((word, index) => {
    hits += word.hits
    return index < FEWEST_WORDS || hits <= most
  })
}

/** A lexeme as the syntax of tsquery quotes it. */
export const quoted = ({ lexeme }: Word) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

export type Sought = { id: string | null; speakerId: string | null }

/**
 * The ids of the claims that speak most likely of the same, the likeliest first: they share the rarest words; the same
 * speaker and a shared topic count like a word of their own. Claims that are the same as another one are neither found nor
 * have any: that one stands for them. Pairs that stand already are left out, but for those that were dismissed on other
 * texts than the claims have now.
 */
export async function findCandidates(
  db: Db,
  { id, speakerId }: Sought,
  words: readonly Word[],
): Promise<string[]> {
  if (words.length === 0) return []
  const topics = sql`(SELECT own."topicIds" FROM claim own WHERE own.id = ${id}::uuid)`
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH likely AS MATERIALIZED (
      SELECT c.id, sum(w.weight) ${speakerId === null ? Prisma.empty : sql`+ (c."speakerId" = ${speakerId}::uuid)::int`}
        ${id === null ? Prisma.empty : sql`+ 2 * coalesce(c."topicIds" && ${topics}, false)::int`} AS score
      FROM unnest(${words.map(quoted)}::tsquery[], ${words.map(word => word.weight)}::float8[]) AS w(query, weight)
      JOIN claim c ON c.words @@ w.query AND c."sameAsId" IS NULL
      ${id === null ? Prisma.empty : sql`WHERE c.id <> ${id}::uuid`}
      GROUP BY c.id ORDER BY score DESC, c.id DESC LIMIT ${CANDIDATES}
    )
    SELECT c.id FROM likely l JOIN claim c ON c.id = l.id
    ${id === null ? Prisma.empty : sql`WHERE ${isOpen(id)} AND ${standsForItself(id)}`}
    ORDER BY l.score DESC, c.id DESC`
  return rows.map(row => row.id)
}

const standsForItself = (id: string) =>
  sql`(SELECT own."sameAsId" IS NULL FROM claim own WHERE own.id = ${id}::uuid)`

/** Whether nothing is proposed or decided yet of the claim of a row `c` and that of `id`, as their texts read now. */
function isOpen(id: string): Prisma.Sql {
  return sql`NOT EXISTS (
    SELECT 1 FROM relation r
    JOIN claim_revision a ON a."claimId" = r."aId" AND a.number = r."aRevision"
    JOIN claim_revision b ON b."claimId" = r."bId" AND b.number = r."bRevision"
    JOIN claim o ON o.id = ${id}::uuid
    WHERE r."aId" = least(c.id, o.id) AND r."bId" = greatest(c.id, o.id) AND NOT (
      r.state = 'dismissed' AND ARRAY[a.statement, b.statement] <>
        CASE WHEN c.id < o.id THEN ARRAY[c.statement, o.statement] ELSE ARRAY[o.statement, c.statement] END
    )
  )`
}
