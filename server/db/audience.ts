import type { Audience } from '../auth/viewer.ts'
import { Prisma } from './generated/client.ts'

const { sql } = Prisma

/** Whether `audience` is shown the claim of a row `c`: the public sees those that stand on a published dispute. */
export function claimShown(audience: Audience): Prisma.Sql {
  return audience === 'all' ? sql`TRUE` : sql`c.published`
}

/**
 * Whether the claim of a row `c` stands in lists for `audience`: it is shown it, and it is not joined to one that `audience`
 * is shown as well.
 */
export function claimListed(audience: Audience): Prisma.Sql {
  return audience === 'all'
    ? sql`c."sameAsId" IS NULL`
    : sql`c.published AND NOT EXISTS (SELECT 1 FROM claim kept WHERE kept.id = c."sameAsId" AND kept.published)`
}

/** Whether `audience` is shown the snapshot of that id: a claim it is shown has a quote there. */
export function snapshotShown(snapshotId: Prisma.Sql, audience: Audience): Prisma.Sql {
  if (audience === 'all') return sql`TRUE`
  return sql`${snapshotId} IN (
    SELECT q."snapshotId" FROM claim c JOIN appearance a ON a."claimId" = c.id JOIN quote q ON q.id = a."quoteId"
    WHERE c.published
  )`
}

/** Whether `audience` is shown the source of a row `s`: it is shown one of its snapshots. */
export function sourceShown(audience: Audience): Prisma.Sql {
  return audience === 'all' ? sql`TRUE` : sql`s.published`
}

/** Whether `audience` is shown the speaker of that id: it is shown a claim of theirs. */
export function speakerShown(speakerId: Prisma.Sql, audience: Audience): Prisma.Sql {
  if (audience === 'all') return sql`TRUE`
  return sql`${speakerId} IN (SELECT c."speakerId" FROM claim c WHERE c.published)`
}

/** `claimShown` as a condition of Prisma's own. */
export function shownClaims(audience: Audience): Prisma.ClaimWhereInput {
  return audience === 'all' ? {} : { published: true }
}

/** `claimListed` as a condition of Prisma's own. */
export function listedClaims(audience: Audience): Prisma.ClaimWhereInput {
  return audience === 'all'
    ? { sameAsId: null }
    : { published: true, OR: [{ sameAsId: null }, { sameAs: { published: false } }] }
}

/** `snapshotShown` as a condition of Prisma's own. */
export function shownSnapshots(audience: Audience): Prisma.SnapshotWhereInput {
  if (audience === 'all') return {}
  return { quotes: { some: { appearances: { some: { claim: { published: true } } } } } }
}
