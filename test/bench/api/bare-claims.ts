import type pg from 'pg'

/** The bare SQL of a list of claims: what a person would write by hand who wants the same rows and nothing else. */
const ITEM = `
  c.id, c.version, c.statement, c."howPut", c."createdAt", c."saidEdtf", c."saidFrom", c."saidTo", c.disputed,
  sp.id AS "speakerId", sp.name, sp.kind AS "speakerKind", sp.role,
  q."snapshotId", q.exact, q.start, q."end",
  s.id AS "sourceId", s.title, s.kind, s.outlet, s.url, s."publishedEdtf", s."publishedFrom", s."publishedTo",
  s."modifiedEdtf", s."modifiedFrom", s."modifiedTo",
  (SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'slug', t.slug) ORDER BY t.name)
    FROM claim_topic ct JOIN topic t ON t.id = ct."topicId" WHERE ct."claimId" = c.id) AS topics,
  (SELECT count(*) FROM appearance n WHERE n."claimId" = c.id) AS appearances`

const JOINS = `
  JOIN speaker sp ON sp.id = c."speakerId"
  JOIN appearance a ON a."claimId" = c.id AND a.first
  JOIN quote q ON q.id = a."quoteId"
  JOIN snapshot sn ON sn.id = q."snapshotId"
  JOIN source s ON s.id = sn."sourceId"`

/** A condition over a row `c` of claims, with the values of its parameters from $1 on. */
export type Condition = { where: string; values: readonly unknown[] }

/** Claims as lists show them: those of `page`, a SELECT of their ids and times, newest first. */
export async function itemsOf(pool: pg.Pool, page: string, values: readonly unknown[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT ${ITEM} FROM (${page}) page JOIN claim c ON c.id = page.id ${JOINS} ORDER BY c."createdAt" DESC, c.id DESC`,
    [...values],
  )
  return rows.map(row => row.id)
}

/** One row more than the page, as is needed to know whether there is a next one. */
const ROWS = 21

/** A page of claims, newest first. */
export async function listBare(pool: pg.Pool, { where, values }: Condition): Promise<string[]> {
  const page = `SELECT c.id FROM claim c WHERE ${where} ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${ROWS}`
  return (await itemsOf(pool, page, values)).slice(0, ROWS - 1)
}
