import type pg from 'pg'

/** UTF-16 units of context on each side of a quote, as the page shows at most. */
const CONTEXT = 400

const CLAIMS = `
  SELECT d.id, d.slug, d.version, d.question, d.summary, d.state, d."publishedAt", d."createdAt", d."changedAt",
    u.name AS "publishedBy", p.id AS "positionId", p.label,
    c.id AS "claimId", c.version AS "claimVersion", c.statement, c."howPut", c."saidEdtf", c."saidFrom", c."saidTo",
    c."createdAt" AS "claimCreatedAt", sp.id AS "speakerId", sp.name, sp.kind AS "speakerKind", sp.role,
    (SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'slug', t.slug) ORDER BY t.name)
      FROM claim_topic ct JOIN topic t ON t.id = ct."topicId" WHERE ct."claimId" = c.id) AS topics,
    (SELECT json_agg(json_build_object('id', o.id, 'slug', o.slug, 'question', o.question))
      FROM position_claim op JOIN dispute o ON o.id = op."disputeId" WHERE op."claimId" = c.id) AS disputes,
    a.id AS "appearanceId", a.first, a."addedAt", ab.name AS "addedBy",
    q.id AS "quoteId", q."snapshotId", q.exact, q.prefix, q.suffix, q.start, q."end",
    substr(sn.text, greatest(q.start - ${CONTEXT}, 0) + 1, least(q.start, ${CONTEXT})) AS before,
    substr(sn.text, q."end" + 1, ${CONTEXT}) AS after,
    s.id AS "sourceId", s.title, s.kind, s.outlet, s.url, s."publishedEdtf", s."publishedFrom", s."publishedTo",
    s."modifiedEdtf", s."modifiedFrom", s."modifiedTo",
    (SELECT n.id FROM snapshot n WHERE n."sourceId" = s.id ORDER BY n."capturedAt" DESC, n.id DESC LIMIT 1) AS newest
  FROM dispute d
  LEFT JOIN "user" u ON u.id = d."publishedById"
  JOIN position p ON p."disputeId" = d.id
  JOIN position_claim pc ON pc."positionId" = p.id
  JOIN claim c ON c.id = pc."claimId"
  JOIN speaker sp ON sp.id = c."speakerId"
  JOIN appearance a ON a."claimId" = c.id
  LEFT JOIN "user" ab ON ab.id = a."addedById"
  JOIN quote q ON q.id = a."quoteId"
  JOIN snapshot sn ON sn.id = q."snapshotId"
  JOIN source s ON s.id = sn."sourceId"
  WHERE d.slug = $1
  ORDER BY p.ordinal, c."saidFrom", c.id, a.first DESC, a.id`

const RELATIONS = `
  SELECT r.id, r.version, r."aId", r."bId", r.kind, r.state, r."supersederId", r.note,
    (SELECT json_agg(n ORDER BY n.ordinal) FROM reason n WHERE n."relationId" = r.id) AS reasons,
    (SELECT json_agg(json_build_object('id', e.id, 'action', e.action, 'kind', e.kind, 'note', e.note,
        'undoesId', e."undoesId", 'seenVersion', e."seenVersion", 'decidedAt', e."decidedAt", 'decidedBy', u.name)
        ORDER BY e.id)
      FROM decision e JOIN "user" u ON u.id = e."decidedById" WHERE e."relationId" = r.id) AS decisions
  FROM relation r
  WHERE r."aId" = ANY($1) AND r."bId" = ANY($1) AND r.state IN ('confirmed', 'suggested')`

/** A disputed point with its claims, their appearances, and what holds among them. */
export async function readBareDispute(pool: pg.Pool, slug: string): Promise<string[]> {
  const { rows } = await pool.query<{ claimId: string }>(CLAIMS, [slug])
  const ids = [...new Set(rows.map(row => row.claimId))]
  await pool.query(RELATIONS, [ids])
  return ids
}
