import type { Decision, Relation, RelationItem } from '#contract/relations.ts'
import { notFound } from '#domain/refusals.ts'
import { type Audience, audienceOf, type Viewer } from '../auth/viewer.ts'
import { readClaimItems, readClaims } from '../claims/read.ts'
import { toPage } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { shownDecisions } from './ruling.ts'
import * as store from './store.ts'
import { viewDecision, viewRelation, viewRelationItem } from './view.ts'

/** A relation as the wire has it, with both claims. Throws `not_found` when there is none that the viewer may see. */
export async function getRelation(db: Db, id: string, viewer: Viewer | null): Promise<Relation> {
  const audience = audienceOf(viewer)
  const row = await store.findRelation(db, id, audience)
  if (row === null) throw notFound('relation')
  const claims = await readClaims(db, [row.aId, row.bId], audience)
  const [a, b] = [row.aId, row.bId].map(claimId => claims.find(claim => claim.id === claimId))
  if (!a || !b) throw notFound('relation')
  return viewRelation(row, a, b, viewer)
}

/** Relations with both claims, in the order of `ids`, for an editor. */
export async function readRelations(db: Db, ids: readonly string[], editor: Viewer): Promise<Relation[]> {
  const rows = new Map((await store.findRelations(db, ids)).map(row => [row.id, row]))
  const claimIds = new Set([...rows.values()].flatMap(row => [row.aId, row.bId]))
  const claims = new Map((await readClaims(db, [...claimIds], 'all')).map(claim => [claim.id, claim]))
  return ids.flatMap(id => {
    const row = rows.get(id)
    const [a, b] = row ? [claims.get(row.aId), claims.get(row.bId)] : []
    return row && a && b ? [viewRelation(row, a, b, editor)] : []
  })
}

type Page<Item> = { items: Item[]; next: string | null }

/** A page of relations, newest first; for the public, confirmed ones between published claims alone. */
export async function listRelationItems(
  db: Db,
  filter: store.RelationFilter,
  audience: Audience,
): Promise<Page<RelationItem>> {
  const page = toPage(
    await store.listRelations(db, filter, audience),
    filter.limit,
    row => [row.id],
    row => row,
  )
  const ids = new Set(page.items.flatMap(row => [row.aId, row.bId]))
  const claims = new Map((await readClaimItems(db, [...ids], audience)).map(claim => [claim.id, claim]))
  const items = page.items.flatMap(row => {
    const [a, b] = [claims.get(row.aId), claims.get(row.bId)]
    // A claim may leave the public between the two queries.
    return a && b ? [viewRelationItem(row, a, b)] : []
  })
  return { items, next: page.next }
}

/** A page of a relation's decisions, newest first. Throws `not_found` as `getRelation` does. */
export async function listDecisionsOf(
  db: Db,
  id: string,
  paging: { cursor?: string | undefined; limit: number },
  viewer: Viewer | null,
): Promise<Page<Decision>> {
  const relation = await store.findRelation(db, id, audienceOf(viewer))
  if (relation === null) throw notFound('relation')
  const shown = shownDecisions(relation, viewer)
  return toPage(
    await store.listDecisions(db, id, { ...paging, most: shown.at(-1)?.seenVersion ?? 0 }),
    paging.limit,
    row => [row.seenVersion],
    viewDecision,
  )
}
