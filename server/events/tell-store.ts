import { Prisma } from '../db/generated/client.ts'
import type { Tx } from '../db/open.ts'

const { sql } = Prisma

/** The record that a notification leads to. */
export type Target = { type: 'source' | 'claim' | 'relation' | 'dispute'; id: string }

/** Whom an event concerns, and why. Of several reasons for one person the first one counts. */
export type Telling =
  /** Those who made the claims: each is led to their own. */
  | { reason: 'contradicted' | 'quote_changed'; authorsOf: readonly string[] }
  | { reason: 'disputed'; authorsOf: readonly string[]; target: Target }
  | { reason: 'followed'; followersOf: string }
  | { reason: 'mentioned'; accounts: readonly string[]; target: Target }

const COLUMNS = {
  source: sql`"sourceId"`,
  claim: sql`"claimId"`,
  relation: sql`"relationId"`,
  dispute: sql`"disputeId"`,
}

/**
 * Puts an event under the bells of those it concerns, in its transaction: never of whoever did it, of nobody who cannot
 * sign in, and of readers only where they follow a point that is published.
 */
export async function tellPeople(
  tx: Tx,
  event: { id: string; actorId: string | null },
  tellings: readonly Telling[],
): Promise<void> {
  for (const telling of tellings) {
    const [column, concerned] = concernedBy(telling)
    await tx.$executeRaw`
      INSERT INTO notification ("recipientId", "eventId", reason, ${column})
      SELECT DISTINCT ON (u.id) u.id, ${event.id}::uuid, ${telling.reason}::"NotificationReason", who.target
      FROM (${concerned}) AS who(account, target)
      JOIN "user" u ON u.id = who.account
      WHERE u.id IS DISTINCT FROM ${event.actorId} AND u."disabledAt" IS NULL AND (u.role <> 'reader' OR
        (${telling.reason} = 'followed' AND EXISTS (SELECT 1 FROM dispute d WHERE d.id = who.target AND d."publishedAt" IS NOT NULL)))
      ORDER BY u.id
      ON CONFLICT DO NOTHING`
  }
}

/** The column that names the record, and a query of accounts with its id. */
function concernedBy(telling: Telling): [column: Prisma.Sql, query: Prisma.Sql] {
  if (telling.reason === 'followed')
    return [
      COLUMNS.dispute,
      sql`SELECT "accountId", "disputeId" FROM dispute_follow WHERE "disputeId" = ${telling.followersOf}::uuid AND following`,
    ]
  if (telling.reason === 'mentioned')
    return [
      COLUMNS[telling.target.type],
      sql`SELECT account, ${telling.target.id}::uuid FROM unnest(${[...telling.accounts]}::text[]) AS account`,
    ]
  const authors = sql`FROM claim_revision WHERE number = 1 AND "claimId" = ANY(${[...telling.authorsOf]}::uuid[])`
  return telling.reason === 'disputed'
    ? [COLUMNS[telling.target.type], sql`SELECT "revisedById", ${telling.target.id}::uuid ${authors}`]
    : [COLUMNS.claim, sql`SELECT "revisedById", "claimId" ${authors}`]
}
