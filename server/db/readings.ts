import { Prisma } from './generated/client.ts'

/** Whether a verdict of that person stands on what is proposed now, of the relation of a row `r`. */
export function hasRead(personId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM decision d
    WHERE d."relationId" = r.id AND d."decidedById" = ${personId} AND d.action = 'decide'
      AND d."seenVersion" >= r."proposedVersion"
      AND NOT EXISTS (SELECT 1 FROM decision u WHERE u."undoesId" = d.id)
  )`
}
