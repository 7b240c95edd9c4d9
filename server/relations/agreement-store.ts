import type { RelationKind } from '#domain/vocabulary.ts'
import type { Db } from '../db/open.ts'

export type JudgementRow = { relationId: string; editorId: string; editor: string; kind: RelationKind }

/** The standing verdicts on pairs that two or more editors have decided as they are proposed now, oldest first. */
export function listJudgements(db: Db): Promise<JudgementRow[]> {
  return db.$queryRaw<JudgementRow[]>`
    WITH standing AS MATERIALIZED (
      SELECT d."relationId", d."decidedById", d.kind, d."seenVersion" FROM decision d
      JOIN relation r ON r.id = d."relationId" AND d."seenVersion" >= r."proposedVersion"
      WHERE d.action = 'decide' AND NOT EXISTS (SELECT 1 FROM decision u WHERE u."undoesId" = d.id)
    )
    SELECT s."relationId", s."decidedById" AS "editorId", p.name AS editor, s.kind FROM standing s
    JOIN "user" p ON p.id = s."decidedById"
    WHERE s."relationId" IN (
      SELECT "relationId" FROM standing GROUP BY "relationId" HAVING count(DISTINCT "decidedById") > 1
    )
    ORDER BY s."relationId", s."seenVersion"`
}
