import type { z } from 'zod'
import type { listClaims, MarkedClaim, readPage as ReadPage, readClaimFacets } from '#contract/claim-lists.ts'
import type { Source } from '#contract/sources.ts'
import { canonicalUrl } from '#domain/canonical-url.ts'
import { notFound } from '#domain/refusals.ts'
import type { Audience } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { findShownSource } from '../sources/service.ts'
import { findSourceByUrl, snapshotIsShown } from '../sources/store.ts'
import { countFacets, type FacetRow } from './facet-store.ts'
import { readFilter } from './filter.ts'
import * as store from './list-store.ts'
import { listMarks } from './mark-store.ts'
import { readClaimItems } from './read.ts'
import { viewClaimItem, viewQuote } from './view.ts'

type Asked<E extends { query: z.ZodType }> = z.output<E['query']>

/** A page of the claims that match, in the order asked for, and what could not be understood of the words typed. */
export async function listClaimItems(
  db: Db,
  { cursor, limit, order, ...asked }: Asked<typeof listClaims>,
  audience: Audience,
): Promise<z.input<typeof listClaims.reply>> {
  const filter = readFilter(asked)
  const rows = await store.listClaims(db, filter, { order, cursor, limit }, audience)
  return { ...toPage(rows, limit, store.claimKey(order), viewClaimItem), problems: filter.search.problems }
}

/** How many claims match, in all and in the largest groups of each facet. */
export async function readFacets(
  db: Db,
  asked: Asked<typeof readClaimFacets>,
  audience: Audience,
): Promise<z.input<typeof readClaimFacets.reply>> {
  const rows = await countFacets(db, readFilter(asked), audience)
  const groups = (facet: FacetRow['facet']) =>
    rows.filter(row => row.facet === facet).map(({ value, label, claims }) => ({ value, label, claims }))
  return {
    total: groups('total')[0]?.claims ?? 0,
    speaker: groups('speaker'),
    outlet: groups('outlet'),
    topic: groups('topic'),
    howPut: groups('howPut'),
  }
}

/** A page of the claims of a snapshot in the order of its text. Throws `not_found` as reading the snapshot does. */
export async function listClaimsOfSnapshot(
  db: Db,
  snapshotId: string,
  paging: Paging,
  audience: Audience,
): Promise<{ items: MarkedClaim[]; next: string | null }> {
  if (!(await snapshotIsShown(db, snapshotId, audience))) throw notFound('snapshot')
  return pageOfMarks(db, { snapshotId }, paging, audience)
}

type Paging = { cursor?: string | undefined; limit: number }

async function pageOfMarks(
  db: Db,
  within: Parameters<typeof listMarks>[1],
  paging: Paging,
  audience: Audience,
): Promise<{ items: MarkedClaim[]; next: string | null }> {
  const rows = await listMarks(db, within, paging, audience)
  const page = toPage(
    rows,
    paging.limit,
    ({ quote, id }) => [quote.start, quote.end, id],
    row => row,
  )
  const claims = await readClaimItems(
    db,
    page.items.map(row => row.claimId),
    audience,
  )
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return {
    items: page.items.flatMap(({ claimId, quote, first }) => {
      const claim = byId.get(claimId)
      return claim ? [{ claim, quote: viewQuote(quote), first }] : []
    }),
    next: page.next,
  }
}

/**
 * What is known of a page on the web by any of its addresses: its source and a page of the claims made of it. No source
 * when there is none, or none that `audience` is shown.
 */
export async function readPage(
  db: Db,
  { url: urls, ...paging }: Asked<typeof ReadPage>,
  audience: Audience,
): Promise<z.input<typeof ReadPage.reply>> {
  const source = await sourceAt(db, urls, audience)
  if (source === null) return { source, items: [], next: null }
  return { source, ...(await pageOfMarks(db, { sourceId: source.id }, paging, audience)) }
}

async function sourceAt(db: Db, urls: readonly string[], audience: Audience): Promise<Source | null> {
  for (const url of new Set(urls.map(canonicalUrl))) {
    const found = url === null ? null : await findSourceByUrl(db, url)
    const shown = found && (await findShownSource(db, found.id, audience))
    if (shown) return shown
  }
  return null
}
