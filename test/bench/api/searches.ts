import type pg from 'pg'
import { between, pick, type Random } from '../../../seeds/stress/random.ts'
import type { Condition } from './bare-claims.ts'

/** What is typed, and what it means in SQL. */
export type Search = { q: string; condition: Condition }

type Known = { statement: string; speaker: string; outlet: string; topic: string; day: string }

/** One word that is not among the commonest, as PostgreSQL's own dictionaries take it. */
const STEMMED = `phraseto_tsquery('english', $1)`
/** The last word may be the beginning of a longer one. */
const LAST = (number: number) =>
  `(phraseto_tsquery('english', $${number}) || to_tsquery('simple', $${number} || ':*'))`

type Kind = (random: Random, known: Known) => Search

const KINDS: readonly Kind[] = [
  (random, known) => {
    const word = wordOf(random, known)
    return { q: word, condition: { where: `c.words @@ ${LAST(1)}`, values: [word] } }
  },
  (random, known) => {
    const words = [wordOf(random, known), wordOf(random, known)]
    return {
      q: words.join(' '),
      condition: { where: `c.words @@ (${STEMMED} && ${LAST(2)})`, values: words },
    }
  },
  (random, known) => {
    const words = known.statement.split(' ')
    const at = between(random, 0, Math.max(0, words.length - 4))
    const phrase = words
      .slice(at, at + 3)
      .join(' ')
      .replaceAll(/["“”]/g, '')
    return {
      q: `"${phrase}"`,
      condition: { where: `c.words @@ phraseto_tsquery('simple', $1)`, values: [phrase] },
    }
  },
  (random, known) => {
    const values = [wordOf(random, known), 'hospital']
    const where = `c.words @@ (${STEMMED} && !!${LAST(2)})`
    return { q: `${values[0]} -hospital`, condition: { where, values } }
  },
  (random, known) => {
    const word = wordOf(random, known)
    const where = `c.words @@ ${LAST(1)} AND c."speakerId" IN (SELECT id FROM speaker
      WHERE name ILIKE $2 OR EXISTS (SELECT 1 FROM unnest(aliases) AS alias WHERE alias ILIKE $2))`
    return {
      q: `${word} speaker:"${known.speaker}"`,
      condition: { where, values: [word, `%${known.speaker}%`] },
    }
  },
  (random, known) => {
    const word = wordOf(random, known)
    const where = `c.words @@ ${LAST(1)} AND c.outlets && ARRAY(SELECT DISTINCT outlet FROM source WHERE outlet ILIKE $2)`
    return {
      q: `${word} outlet:"${known.outlet}"`,
      condition: { where, values: [word, `%${known.outlet}%`] },
    }
  },
  (random, known) => {
    const word = wordOf(random, known)
    const where = `c.words @@ ${LAST(1)} AND c."topicIds" && ARRAY(SELECT id FROM topic WHERE name ILIKE $2)`
    return { q: `${word} topic:"${known.topic}"`, condition: { where, values: [word, `%${known.topic}%`] } }
  },
  (random, known) => {
    const word = wordOf(random, known)
    const where = `c.words @@ ${LAST(1)} AND c.dated && daterange($2::date, NULL, '()')`
    return { q: `${word} after:${known.day}`, condition: { where, values: [word, known.day] } }
  },
]

/** Letters alone, and long enough to mean something. */
const WORD = /^\p{L}{4,}$/u

function wordOf(random: Random, { statement }: Known): string {
  return pick(
    random,
    statement
      .replace(/\.$/, '')
      .split(' ')
      .filter(word => WORD.test(word)),
  )
}

/** A mix of `count` searches for what some claims of the database say. */
export async function makeSearches(pool: pg.Pool, random: Random, count: number): Promise<Search[]> {
  const { rows } = await pool.query<Known>(
    `SELECT c.statement, sp.name AS speaker, s.outlet, t.name AS topic, c."saidFrom"::text AS day
     FROM claim c JOIN speaker sp ON sp.id = c."speakerId"
     JOIN claim_topic ct ON ct."claimId" = c.id JOIN topic t ON t.id = ct."topicId"
     JOIN appearance a ON a."claimId" = c.id AND a.first JOIN quote q ON q.id = a."quoteId"
     JOIN snapshot sn ON sn.id = q."snapshotId" JOIN source s ON s.id = sn."sourceId"
     WHERE s.outlet IS NOT NULL AND c."saidFrom" IS NOT NULL AND c.statement !~ '[0-9]'
     ORDER BY md5(c.id::text || t.id::text) LIMIT $1`,
    [count],
  )
  return rows.map((known, index) => KINDS[index % KINDS.length]!(random, known))
}
