import type { z } from 'zod'
import type { listSources } from '#contract/sources.ts'
import { parseSearch, type SearchQuery } from '#domain/search-grammar.ts'

type Asked = Pick<z.output<typeof listSources.query>, 'q' | 'outlet' | 'kind'>

/** What lists of sources are asked for, with what was typed taken apart. */
export type SourceFilter = Omit<Asked, 'q'> & { search: SearchQuery }

export function readFilter({ q, outlet, kind }: Asked): SourceFilter {
  return { outlet, kind, search: parseSearch(q ?? '') }
}
