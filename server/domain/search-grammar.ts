import { FIRST_DAY, LAST_DAY } from './calendar.ts'
import { parsePartialDate } from './partial-date.ts'

export const SEARCH_FIELDS = ['speaker', 'outlet', 'topic'] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** Words to look for. A phrase stands in the text as it is written here; `not` excludes what matches. */
export type SearchTerm = { text: string; phrase: boolean; not: boolean }
export type SearchFilter = { field: SearchField; value: string; not: boolean }

/** What could not be understood, from `start` up to `end` (UTF-16 offsets in the input). The rest still counts. */
export type SearchProblem = { message: string; start: number; end: number }

/** `before` and `after` are days, `YYYY-MM-DD`, themselves excluded; of several the narrowest holds. */
export type SearchQuery = {
  terms: SearchTerm[]
  filters: SearchFilter[]
  before: string | null
  after: string | null
  problems: SearchProblem[]
}

/**
 * Reads what a person typed into a search field: words, `"a phrase"`, `-not`, `speaker:`, `outlet:`, `topic:`,
 * `before:` and `after:` with partial dates; any may follow a minus but the last two. A value with spaces is quoted,
 * and inside quotes `\` keeps the quote after it. Never throws: what cannot be understood is left out or taken as
 * words, and named in `problems`.
 */
export function parseSearch(input: string): SearchQuery {
  const query: SearchQuery = { terms: [], filters: [], before: null, after: null, problems: [] }
  let token = nextToken(input, 0)
  while (token) {
    readToken(token, query)
    token = nextToken(input, token.end)
  }
  return query
}

/** Writes a query as text that reads back as the same query, without its problems. A word with spaces becomes a phrase. */
export function formatSearch(query: Omit<SearchQuery, 'problems'>): string {
  return [
    ...query.terms.map(formatTerm),
    ...query.filters.map(({ field, value, not }) => `${not ? '-' : ''}${field}:${formatValue(value)}`),
    ...(query.before === null ? [] : [`before:${query.before}`]),
    ...(query.after === null ? [] : [`after:${query.after}`]),
  ].join(' ')
}

/** One unit of the input. `operator` is what stands before a colon, as it was typed; `quoted` says how the text was written. */
type Token = {
  not: boolean
  operator: string | null
  text: string
  quoted: boolean
  closed: boolean
  start: number
  end: number
}

const QUOTES = '"“”„‟«»″＂'
const BLANKS = /[\s\p{Cc}]*/uy
const OPERATOR = /(\p{L}+):(?!\/\/)/uy
const BARE = /[^\s\p{Cc}]*/uy
const QUOTED = new RegExp(`[${QUOTES}]((?:\\\\[${QUOTES}\\\\]|[^${QUOTES}])*)([${QUOTES}]?)`, 'uy')

function nextToken(input: string, from: number): Token | null {
  const start = from + (matchAt(BLANKS, input, from)?.[0].length ?? 0)
  if (start >= input.length) return null
  const not = input[start] === '-' && !/^(?:$|[\s\p{Cc}])/u.test(input.charAt(start + 1))
  let at = start + (not ? 1 : 0)
  const operator = matchAt(OPERATOR, input, at)?.[1] ?? null
  if (operator !== null) at += operator.length + 1
  const quoted = matchAt(QUOTED, input, at)
  if (quoted) {
    const text = (quoted[1] ?? '')
      .replaceAll(ESCAPED, '$1')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    const end = at + quoted[0].length
    return { not, operator, text, quoted: true, closed: quoted[2] !== '', start, end }
  }
  const text = matchAt(BARE, input, at)?.[0] ?? ''
  return { not, operator, text, quoted: false, closed: true, start, end: at + text.length }
}

const ESCAPED = new RegExp(`\\\\([${QUOTES}\\\\])`, 'gu')

function matchAt(pattern: RegExp, input: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(input)
}

function readToken(token: Token, query: SearchQuery): void {
  if (!token.closed)
    report(query, token, 'This quote is not closed. Add " after the last word that belongs to it.')
  const operator = token.operator?.toLowerCase()
  const field = SEARCH_FIELDS.find(name => name === operator)
  if (field !== undefined) readFilter(field, token, query)
  else if (operator === 'before' || operator === 'after') readLimit(operator, token, query)
  else readTerm(token, query)
}

function readFilter(field: SearchField, token: Token, query: SearchQuery): void {
  if (token.text === '')
    report(query, token, `${field}: needs a name right after the colon, as ${field}:"Some Name".`)
  else query.filters.push({ field, value: token.text, not: token.not })
}

function readLimit(operator: 'before' | 'after', token: Token, query: SearchQuery): void {
  if (token.not) {
    const other = operator === 'before' ? 'after' : 'before'
    return report(query, token, `${operator}: cannot be turned round by a minus. Use ${other}: instead.`)
  }
  if (token.text === '')
    return report(query, token, `${operator}: needs a date right after the colon, as ${operator}:2020-01.`)
  const date = parsePartialDate(token.text)
  if (!date.ok) return report(query, token, date.message)
  const { from, to } = date.value
  if (operator === 'before' ? from === FIRST_DAY : to === LAST_DAY)
    return report(
      query,
      token,
      `Nothing can be ${operator} “${token.text}”. Write a date, as ${operator}:2020-01.`,
    )
  if (operator === 'before') query.before = query.before === null || from < query.before ? from : query.before
  else query.after = query.after === null || to > query.after ? to : query.after
}

function readTerm(token: Token, query: SearchQuery): void {
  const text = token.operator === null ? token.text : `${token.operator}:${token.text}`
  if (token.operator !== null && token.text !== '')
    report(
      query,
      token,
      `${token.operator}: is not a filter, so it counts as words. Filters are ${FILTER_NAMES}.`,
    )
  if (/[\p{L}\p{N}\p{S}]/u.test(text)) query.terms.push({ text, phrase: token.quoted, not: token.not })
}

const FILTER_NAMES = 'speaker:, outlet:, topic:, before: and after:'

function report(query: SearchQuery, { start, end }: Token, message: string): void {
  query.problems.push({ message, start, end })
}

function formatTerm(term: SearchTerm): string {
  const written = (term.not ? '-' : '') + term.text
  const [again, ...others] = term.phrase ? [] : parseSearch(written).terms
  const standsAlone = again && !again.phrase && again.text === term.text && again.not === term.not
  return standsAlone && others.length === 0 ? written : (term.not ? '-' : '') + quote(term.text)
}

function formatValue(value: string): string {
  const bare = nextToken(`topic:${value}`, 0)
  return bare && !bare.quoted && bare.text === value ? value : quote(value)
}

function quote(text: string): string {
  return `"${text.replaceAll(new RegExp(`[${QUOTES}\\\\]`, 'gu'), '\\$&')}"`
}
