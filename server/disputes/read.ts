import type { Dispute, DisputeItem } from '#contract/disputes.ts'
import { notFound } from '#domain/refusals.ts'
import type { RelationState } from '#domain/vocabulary.ts'
import { countVoices } from '#domain/voices.ts'
import { type Audience, audienceOf, type Viewer } from '../auth/viewer.ts'
import { readClaims } from '../claims/read.ts'
import { toPage } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { listRelationsAmong } from '../relations/store.ts'
import * as store from './store.ts'
import { type SpeakingCounts, viewDispute, viewDisputeItem } from './view.ts'

/** The relations shown beside the claims, by whom they are shown to. */
const STATES_SHOWN = {
  all: ['confirmed', 'suggested'],
  published: ['confirmed'],
} satisfies Record<Audience, RelationState[]>

/**
 * A disputed point side by side: its positions with their claims by said date, and what holds among them. Throws
 * `not_found` when there is none that the viewer may see.
 */
export async function getDispute(
  db: Db,
  where: { id: string } | { slug: string },
  viewer: Viewer | null,
): Promise<Dispute> {
  const audience = audienceOf(viewer)
  const row = await store.findDispute(db, where, audience)
  if (row === null) throw notFound('disputed point')
  const ids = row.positions.flatMap(position => position.claims.map(({ claimId }) => claimId))
  const [claims, relations, counts] = await Promise.all([
    readClaims(db, ids, audience),
    listRelationsAmong(db, ids, STATES_SHOWN[audience]),
    countSpeaking(db, [row.id]),
  ])
  return viewDispute(row, new Map(claims.map(claim => [claim.id, claim])), relations, counts(row.id), viewer)
}

/** For each disputed point how many outlets its claims appear in, and how many voices they are. */
async function countSpeaking(db: Db, ids: string[]): Promise<(id: string) => SpeakingCounts> {
  const sources = Map.groupBy(await store.findSpeaking(db, ids), ({ disputeId }) => disputeId)
  return id => {
    const speaking = sources.get(id) ?? []
    const outlets = new Set(speaking.flatMap(({ outlet }) => outlet ?? []))
    return { outlets: outlets.size, voices: countVoices(speaking) }
  }
}

/** Disputed points as lists show them, in the order of `ids`; those the audience may not see are left out. */
export async function readDisputeItems(db: Db, ids: string[], audience: Audience): Promise<DisputeItem[]> {
  if (ids.length === 0) return []
  const [rows, counts] = await Promise.all([
    store.findDisputeItems(db, ids, audience),
    countSpeaking(db, ids),
  ])
  const items = new Map(rows.map(row => [row.id, viewDisputeItem(row, counts(row.id))]))
  return ids.flatMap(id => items.get(id) ?? [])
}

/** A page of disputed points, last changed first. */
export async function listDisputeItems(
  db: Db,
  filter: store.DisputeFilter,
  audience: Audience,
): Promise<{ items: DisputeItem[]; next: string | null }> {
  const rows = await store.listDisputes(db, filter, audience)
  const page = toPage(
    rows,
    filter.limit,
    row => [row.changedAt.toISOString(), row.id],
    row => row.id,
  )
  return { items: await readDisputeItems(db, page.items, audience), next: page.next }
}
