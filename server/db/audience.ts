import type { Audience } from '../auth/viewer.ts'
import { Prisma } from './generated/client.ts'

const PUBLISHED_CLAIMS = Prisma.sql`(
  SELECT pc."claimId" FROM position_claim pc JOIN dispute d ON d.id = pc."disputeId" WHERE d."publishedAt" IS NOT NULL
)`

/** Whether `audience` is shown the claim whose id the SQL expression `claimId` gives. */
export function claimShown(claimId: Prisma.Sql, audience: Audience): Prisma.Sql {
  return audience === 'all' ? Prisma.sql`TRUE` : Prisma.sql`${claimId} IN ${PUBLISHED_CLAIMS}`
}

/** Whether `audience` is shown the snapshot: a claim it is shown has a quote there. */
export function snapshotShown(snapshotId: Prisma.Sql, audience: Audience): Prisma.Sql {
  if (audience === 'all') return Prisma.sql`TRUE`
  return Prisma.sql`${snapshotId} IN (
    SELECT q."snapshotId" FROM quote q JOIN appearance a ON a."quoteId" = q.id WHERE a."claimId" IN ${PUBLISHED_CLAIMS}
  )`
}

/** Whether `audience` is shown the source: it is shown one of its snapshots. */
export function sourceShown(sourceId: Prisma.Sql, audience: Audience): Prisma.Sql {
  if (audience === 'all') return Prisma.sql`TRUE`
  return Prisma.sql`${sourceId} IN (
    SELECT sn."sourceId" FROM snapshot sn JOIN quote q ON q."snapshotId" = sn.id
    JOIN appearance a ON a."quoteId" = q.id WHERE a."claimId" IN ${PUBLISHED_CLAIMS}
  )`
}

/** Whether `audience` is shown the speaker: it is shown a claim of theirs. */
export function speakerShown(speakerId: Prisma.Sql, audience: Audience): Prisma.Sql {
  if (audience === 'all') return Prisma.sql`TRUE`
  return Prisma.sql`${speakerId} IN (SELECT c."speakerId" FROM claim c WHERE c.id IN ${PUBLISHED_CLAIMS})`
}

const STANDS_PUBLISHED = {
  some: { position: { dispute: { publishedAt: { not: null } } } },
} as const satisfies Prisma.PositionClaimListRelationFilter

/** `claimShown` as a condition of Prisma's own. */
export function shownClaims(audience: Audience): Prisma.ClaimWhereInput {
  return audience === 'all' ? {} : { positions: STANDS_PUBLISHED }
}

/** `snapshotShown` as a condition of Prisma's own. */
export function shownSnapshots(audience: Audience): Prisma.SnapshotWhereInput {
  if (audience === 'all') return {}
  return { quotes: { some: { appearances: { some: { claim: shownClaims(audience) } } } } }
}
