import type { z } from 'zod'
import type { search as Search } from '#contract/search.ts'
import { parseSearch, type SearchQuery } from '#domain/search-grammar.ts'
import type { Audience } from '../auth/viewer.ts'
import { viewClaimItem } from '../claims/view.ts'
import type { Db } from '../db/open.ts'
import { readDisputeItems } from '../disputes/read.ts'
import { viewSourceItem } from '../sources/view.ts'
import { matchSpeakers } from '../speakers/list-store.ts'
import { viewSpeaker } from '../speakers/view.ts'
import * as store from './store.ts'

type Found = z.input<typeof Search.reply>

/**
 * The best few claims, sources, speakers and disputed points for what somebody typed, as far as `audience` is shown
 * them, and what could not be understood of it. Nothing typed finds nothing.
 */
export async function search(
  db: Db,
  { q, limit }: z.output<typeof Search.query>,
  audience: Audience,
): Promise<Found> {
  const query = parseSearch(q)
  const { problems } = query
  if (isEmpty(query)) return { claims: [], sources: [], speakers: [], disputes: [], problems }
  const words = query.terms.filter(term => !term.not).map(term => term.text)
  const names = [...query.filters.filter(isSpeaker).map(filter => filter.value), words.join(' ')]
  const name = names.find(name => name !== '')
  const [claims, sources, speakers, disputes] = await Promise.all([
    store.findBestClaims(db, query, limit, audience),
    store.findBestSources(db, query, limit, audience),
    name === undefined ? [] : matchSpeakers(db, name, limit, audience),
    store.findBestDisputes(db, query, limit, audience),
  ])
  return {
    claims: claims.map(viewClaimItem),
    sources: sources.map(viewSourceItem),
    speakers: speakers.map(viewSpeaker),
    disputes: await readDisputeItems(db, disputes, audience),
    problems,
  }
}

const isSpeaker = ({ field, not }: SearchQuery['filters'][number]) => field === 'speaker' && !not

const isEmpty = ({ terms, filters, before, after }: SearchQuery) =>
  terms.length === 0 && filters.length === 0 && before === null && after === null
