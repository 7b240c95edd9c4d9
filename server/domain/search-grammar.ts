export type SearchField = 'speaker' | 'outlet' | 'topic'
export type SearchTerm = { text: string; phrase: boolean; not: boolean }
export type SearchFilter = { field: SearchField; value: string; not: boolean }
export type SearchProblem = { message: string; start: number; end: number }
export type SearchQuery = {
  terms: SearchTerm[]
  filters: SearchFilter[]
  before: string | null
  after: string | null
  problems: SearchProblem[]
}

export function parseSearch(input: string): SearchQuery {
  return {
    terms: [{ text: input, phrase: false, not: false }],
    filters: [],
    before: null,
    after: null,
    problems: [],
  }
}

export function formatSearch(query: SearchQuery): string {
  return query.terms.map(term => term.text).join(' ')
}
