import type pg from 'pg'
import { between, pick, type Random } from '../../../seeds/stress/random.ts'

/**
 * What is typed, and what it means in SQL: the words as a tsquery over those of a claim, of which the parameters come
 * first, and what else must hold of a row `c` of claims and `s` of sources.
 */
export type Search = {
  q: string
  text: string
  tsquery: string
  claims: string
  sources: string
  values: string[]
}

type Known = { statement: string; speaker: string; outlet: string; topic: string; day: string }

const WHOLE = (number: number) => `phraseto_tsquery('english', $${number})`
/** The last word may be the beginning of a longer one. */
const LAST = (number: number) => `(${WHOLE(number)} || to_tsquery('simple', $${number} || ':*'))`

type Kind = (random: Random, known: Known) => Search

const EVERYTHING = { claims: 'TRUE', sources: 'TRUE' }

const SPEAKERS = `SELECT id FROM speaker
  WHERE name ILIKE $2 OR EXISTS (SELECT 1 FROM unnest(aliases) AS alias WHERE alias ILIKE $2)`
const TOPICS = 'ARRAY(SELECT id FROM topic WHERE name ILIKE $2)'

/** Sources in which a claim appears of which `where` holds. */
const sourcesOf = (where: string) => `s.id IN (SELECT unnest(c."sourceIds") FROM claim c WHERE ${where})`

const oneWord: Kind = (random, known) => {
  const text = wordOf(random, known)
  return { q: text, text, tsquery: LAST(1), ...EVERYTHING, values: [text] }
}

const twoWords: Kind = (random, known) => {
  const words = [wordOf(random, known), wordOf(random, known)]
  const text = words.join(' ')
  return { q: text, text, tsquery: `(${WHOLE(1)} && ${LAST(2)})`, ...EVERYTHING, values: words }
}

const threeWordsInRow: Kind = (random, { statement }) => {
  const words = statement.replaceAll(/["“”]/g, '').split(' ')
  const at = between(random, 0, Math.max(0, words.length - 4))
  const text = words.slice(at, at + 3).join(' ')
  return { q: `"${text}"`, text, tsquery: `phraseto_tsquery('simple', $1)`, ...EVERYTHING, values: [text] }
}

const without: Kind = (random, known) => {
  const text = wordOf(random, known)
  const tsquery = `(${WHOLE(1)} && !!${LAST(2)})`
  return { q: `${text} -hospital`, text, tsquery, ...EVERYTHING, values: [text, 'hospital'] }
}

/** A word, and a name in a field. */
const inField =
  (field: 'speaker' | 'outlet' | 'topic', claims: string, sources: string): Kind =>
  (random, known) => {
    const text = wordOf(random, known)
    const name = known[field]
    const values = [text, `%${name}%`]
    return { q: `${text} ${field}:"${name}"`, text, tsquery: LAST(1), claims, sources, values }
  }

const afterDay: Kind = (random, known) => {
  const text = wordOf(random, known)
  const claims = `c.dated && daterange($2::date, NULL, '()')`
  const sources = `s."publishedTo" > $2::date`
  return {
    q: `${text} after:${known.day}`,
    text,
    tsquery: LAST(1),
    claims,
    sources,
    values: [text, known.day],
  }
}

const OF_SPEAKERS = `c."speakerId" IN (${SPEAKERS})`
const OF_TOPICS = `c."topicIds" && ${TOPICS}`

const KINDS: readonly Kind[] = [
  oneWord,
  twoWords,
  threeWordsInRow,
  without,
  inField('speaker', OF_SPEAKERS, sourcesOf(OF_SPEAKERS)),
  inField(
    'outlet',
    'c.outlets && ARRAY(SELECT DISTINCT outlet FROM source WHERE outlet ILIKE $2)',
    's.outlet ILIKE $2',
  ),
  inField('topic', OF_TOPICS, sourcesOf(OF_TOPICS)),
  afterDay,
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
