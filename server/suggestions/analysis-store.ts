import type { HowPut } from '#domain/vocabulary.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

/** What the comparison of a claim needs to know of it, with its analysis as far as there is one of this wording. */
export type AnalysedRow = {
  id: string
  version: number
  statement: string
  howPut: HowPut
  speakerId: string
  saidFrom: Date | null
  saidTo: Date | null
  /** As it is stored. */
  analysis: string | null
}

/** The claims of `ids`, in no order. Analyses of an earlier wording or of another detector are left out. */
export function findAnalysed(
  db: Db,
  ids: readonly string[],
  analysisVersion: number,
): Promise<AnalysedRow[]> {
  return db.$queryRaw<AnalysedRow[]>`
    SELECT c.id, c.version, c.statement, c."howPut", c."speakerId", c."saidFrom", c."saidTo", n.analysis::text
    FROM claim c
    LEFT JOIN claim_analysis n ON n."claimId" = c.id AND n.revision = c.version AND n."analysisVersion" = ${analysisVersion}
    WHERE c.id = ANY(${[...ids]}::uuid[])`
}

/** An analysis of a wording, as JSON. */
export type NewAnalysis = { claimId: string; revision: number; json: string }

/** Keeps analyses; one of an earlier wording makes way, and the claim counts as not compared. */
export async function keepAnalyses(
  db: Db,
  rows: readonly NewAnalysis[],
  analysisVersion: number,
): Promise<void> {
  if (rows.length === 0) return
  // Whoever writes the same ones at the same time waits for the first of them, not each for the other.
  const sorted = rows.toSorted((one, other) => (one.claimId < other.claimId ? -1 : 1))
  // Each analysis stands in the one value as it is: it is JSON already.
  const values = sorted.map(
    ({ claimId, revision, json }) =>
      `{"claimId":"${claimId}","revision":${revision},"analysisVersion":${analysisVersion},"analysis":${json}}`,
  )
  await db.$executeRaw`
    INSERT INTO claim_analysis AS n ("claimId", revision, "analysisVersion", analysis)
    SELECT "claimId", revision, "analysisVersion", analysis
    FROM json_populate_recordset(NULL::claim_analysis, ${`[${values.join(',')}]`}::json)
    ON CONFLICT ("claimId") DO UPDATE SET revision = EXCLUDED.revision,
      "analysisVersion" = EXCLUDED."analysisVersion", analysis = EXCLUDED.analysis,
      "comparedBy" = CASE WHEN n.revision = EXCLUDED.revision THEN n."comparedBy" END
    WHERE n.revision <= EXCLUDED.revision`
}

/** Notes that wordings of claims have been compared with the others by a model. */
export async function markCompared(
  tx: Tx,
  claims: readonly { id: string; version: number }[],
  comparedBy: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE claim_analysis n SET "comparedBy" = ${comparedBy}
    FROM unnest(${claims.map(claim => claim.id)}::uuid[], ${claims.map(claim => claim.version)}::int[]) AS c(id, version)
    WHERE n."claimId" = c.id AND n.revision = c.version`
}

/** Up to `limit` ids of claims whose wording has never been compared, the oldest first, after the id given. */
export async function findUncompared(db: Db, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM claim c
    WHERE ${after === null ? Prisma.sql`TRUE` : Prisma.sql`c.id > ${after}::uuid`} AND NOT EXISTS (
      SELECT 1 FROM claim_analysis n
      WHERE n."claimId" = c.id AND n.revision = c.version AND n."comparedBy" IS NOT NULL
    )
    ORDER BY c.id LIMIT ${limit}`
  return rows.map(row => row.id)
}

/** Has the database learn how common each word is; a server of its own does so from time to time. */
export async function learnWords(db: Db): Promise<void> {
  await db.$executeRaw`ANALYZE claim (words)`
}
