import { listClaims } from '#contract/claim-lists.ts'
import * as claims from '#contract/claims.ts'
import * as disputes from '#contract/disputes.ts'
import { search } from '#contract/search.ts'
import { between, pick, type Random, seeded } from '../../../seeds/stress/random.ts'
import { addressOf } from '../../support/client.ts'
import type { Contest } from '../measure.ts'
import { type Condition, listBare } from './bare-claims.ts'
import { createBare, type Passage } from './bare-creation.ts'
import { readBareDispute } from './bare-dispute.ts'
import { searchBare } from './bare-search.ts'
import type { Program } from './program.ts'
import { makeSearches, type Search } from './searches.ts'

/** One thing a person does, again and again with other values. */
export type Case = {
  name: string
  next: () => Contest
  /** Values for which both sides must find the same claims, checked before anything is measured. */
  checks: { path: string; idsOf: (body: unknown) => string[]; bare: () => Promise<string[]> }[]
  /** How many of the rounds are worth their time. */
  share: number
}

const SEARCHES = 50
const SPEAKERS = 50
const PASSAGES = 400
/** Of the whole list: where the pages begin that are deep in it. */
const DEPTHS = 10

export async function makeCases(program: Program): Promise<Case[]> {
  const random = seeded(2)
  const searches = await makeSearches(program.database.pool, random, SEARCHES)
  return [
    listCase(program, 'claims, first page', [{ query: {}, condition: { where: 'TRUE', values: [] } }]),
    listCase(program, 'claims, deep page', await deepPages(program)),
    listCase(program, 'claims of a speaker', await speakers(program)),
    listCase(program, 'claims, full-text search', searches.map(searchOfClaims)),
    searchCase(program, searches),
    await disputeCase(program, random),
    await creationCase(program, random),
  ]
}

type Asked = { query: Record<string, string>; condition: Condition }

const claimIds = (body: unknown) => listClaims.reply.parse(body).items.map(item => item.id)

function listCase({ request, database }: Program, name: string, asked: readonly Asked[]): Case {
  const contests = asked.map(({ query, condition }) => {
    const path = addressOf(listClaims, { query })
    return { path, ours: () => request('GET', path), bare: () => listBare(database.pool, condition) }
  })
  let round = 0
  return {
    name,
    next: () => contests[round++ % contests.length]!,
    checks: contests.map(({ path, bare }) => ({ path, idsOf: claimIds, bare })),
    share: 1,
  }
}

/** Pages that begin at a tenth of the list, two tenths and so on, by the cursors that the list itself gives. */
async function deepPages({ request, database }: Program): Promise<Asked[]> {
  const { rows } = await database.pool.query<{ claims: number }>('SELECT count(*)::int AS claims FROM claim')
  const step = Math.max(1, Math.floor((rows[0]?.claims ?? 0) / DEPTHS / 100))
  const found: Asked[] = []
  let cursor: string | null = null
  for (let page = 1; ; page++) {
    const path = addressOf(listClaims, { query: { limit: 100, ...(cursor !== null && { cursor }) } })
    const reply = listClaims.reply.parse((await request('GET', path)).read())
    const last = reply.items.at(-1)
    if (reply.next === null || last === undefined) return found
    cursor = reply.next
    if (page % step !== 0) continue
    const condition = {
      where: `(c."createdAt", c.id) < ($1::timestamptz, $2::uuid)`,
      values: [last.createdAt, last.id],
    }
    found.push({ query: { cursor }, condition })
  }
}

/** Speakers as often as they speak. */
async function speakers({ database }: Program): Promise<Asked[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT "speakerId" AS id FROM claim ORDER BY md5(id::text) LIMIT $1',
    [SPEAKERS],
  )
  return rows.map(({ id }) => ({
    query: { speaker: id },
    condition: { where: 'c."speakerId" = $1', values: [id] },
  }))
}

const searchOfClaims = ({ q, tsquery, claims, values }: Search): Asked => ({
  query: { q },
  condition: { where: `c.words @@ ${tsquery} AND ${claims}`, values },
})

function searchCase({ request, database }: Program, searches: readonly Search[]): Case {
  const contests = searches.map(one => {
    const path = addressOf(search, { query: { q: one.q } })
    return { path, ours: () => request('GET', path), bare: () => searchBare(database.pool, one) }
  })
  let round = 0
  return {
    name: 'search over everything',
    next: () => contests[round++ % contests.length]!,
    checks: contests.map(({ path, bare }) => ({
      path,
      idsOf: body => search.reply.parse(body).claims.map(claim => claim.id),
      bare,
    })),
    share: 1,
  }
}

async function disputeCase({ request, database }: Program, random: Random): Promise<Case> {
  const { rows } = await database.pool.query<{ slug: string }>('SELECT slug FROM dispute ORDER BY md5(slug)')
  const contest = (slug: string) => {
    const path = addressOf(disputes.readDispute, { params: { slug } })
    return { path, ours: () => request('GET', path), bare: () => readBareDispute(database.pool, slug) }
  }
  return {
    name: 'disputed point, side by side',
    next: () => contest(pick(random, rows).slug),
    checks: rows.slice(0, SEARCHES).map(({ slug }) => ({
      ...contest(slug),
      idsOf: body =>
        disputes.readDispute.reply
          .parse(body)
          .positions.flatMap(position => position.claims.map(claim => claim.id)),
    })),
    share: 1,
  }
}

async function creationCase({ request, database, editorId }: Program, random: Random): Promise<Case> {
  const texts = await database.pool.query<{ id: string; text: string }>(
    'SELECT id, text FROM snapshot ORDER BY md5(id::text) LIMIT $1',
    [PASSAGES],
  )
  const speakers = await database.pool.query<{ id: string }>('SELECT id FROM speaker LIMIT 100')
  const topics = await database.pool.query<{ name: string }>('SELECT name FROM topic LIMIT 40')
  const passage = (): Passage => {
    const { id, text } = pick(random, texts.rows)
    const sentences = [...text.matchAll(/[^.\n“”]{40,200}\./g)]
    const { 0: sentence, index } = pick(random, sentences)
    const words = sentence.trimStart()
    const start = index + sentence.length - words.length
    const end = start + Math.max(20, between(random, 20, words.length - 1))
    const exact = text.slice(start, end).trimEnd()
    return {
      snapshotId: id,
      start,
      end: start + exact.length,
      exact,
      statement: words,
      speakerId: pick(random, speakers.rows).id,
      topics: [pick(random, topics.rows).name],
    }
  }
  return {
    name: 'claim made of a passage',
    next: () => {
      const [ours, bare] = [passage(), passage()]
      const { snapshotId, start, end, exact, speakerId, topics, statement } = ours
      const quote = { snapshotId, start, end, exact }
      const body = {
        statement,
        howPut: 'asserted',
        speaker: { id: speakerId },
        said: '2026-01-06',
        topics,
        quote,
      }
      return {
        ours: () => request('POST', claims.createClaim.path, body),
        bare: () => createBare(database.pool, editorId, bare),
      }
    },
    checks: [],
    share: 0.5,
  }
}
