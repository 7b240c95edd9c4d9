import { isTrackingParameter } from './tracking-parameters.ts'
import { wordSpans } from './word-bounds.ts'

/**
 * The address under which two links to one page are the same text: lower-case host without default port, user name,
 * trailing dot, fragment, tracking parameters or trailing slash; the other parameters sorted by name, escapes in the
 * form of RFC 3986 section 6.2.2. The scheme stays. Null when the input is not an absolute http or https address.
 */
export function canonicalUrl(input: string): string | null {
  if (!/^\s*https?:\/\//i.test(input) || !URL.canParse(input)) return null
  const { protocol, hostname, port, pathname, search } = new URL(input)
  const host = hostname.replace(/\.$/, '')
  const path = evenEscapes(pathname).replace(/(?<!\/)\/+$/, '')
  return `${protocol}//${host}${port && `:${port}`}${path || '/'}${canonicalSearch(search)}`
}

function canonicalSearch(search: string): string {
  const kept = evenEscapes(search.slice(1))
    .split('&')
    .filter(parameter => parameter !== '' && !isTrackingParameter(nameOf(parameter)))
    .toSorted((a, b) => compareText(nameOf(a), nameOf(b)))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? ''
}

/** Escapes in capitals, and none for the characters that never need one. */
function evenEscapes(text: string): string {
  return text.replaceAll(/(?<!%[0-9a-f]?)%[0-9a-f]{2}/gi, escape => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase()
  })
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** A quote and what stands around it: `prefix` ends where `exact` starts, `suffix` starts where it ends. */
export type QuoteInPage = { exact: string; prefix: string; suffix: string }

/**
 * A link that opens a page at a quote: `url#:~:text=[prefix-,]start[,end][,-suffix]`, by the URL Fragment Text
 * Directives draft (WICG scroll-to-text-fragment). A quote of more than 100 units, or over several lines, is given by
 * its first and last words, since one text is only found inside one block. The context is whole words. The address
 * keeps its own fragment, and comes back as it is when the quote is blank.
 */
export function textFragmentUrl(url: string, quote: QuoteInPage): string {
  const parts = quoteParts(linesOf(quote.exact))
  if (parts.length === 0) return url
  const prefix = wordsBefore(quote)
  const suffix = wordsAfter(quote)
  const directive = [prefix && `${encode(prefix)}-`, ...parts.map(encode), suffix && `-${encode(suffix)}`]
  const [page = '', fragment = ''] = url.split(/#(.*)/su, 2)
  return `${page}#${fragment.replace(/:~:.*/su, '')}:~:text=${directive.filter(part => part !== '').join(',')}`
}

const LONGEST_WHOLE = 100
const RANGE_WORDS = 5
const CONTEXT_WORDS = 4
/** How far from an edge words are looked for, in UTF-16 units. */
const REACH = 400

/** The whole quote, or its start and its end. Empty when the quote is blank. */
function quoteParts(lines: readonly string[]): string[] {
  const first = lines[0] ?? ''
  const last = lines.at(-1) ?? ''
  if (first === '') return []
  const isOneLine = lines.length === 1
  if (isOneLine && first.length <= LONGEST_WHOLE) return [first]
  const start = first.slice(0, wordSpans(first.slice(0, REACH))[RANGE_WORDS - 1]?.end)
  const end = last.slice(-REACH).slice(wordSpans(last.slice(-REACH)).at(-RANGE_WORDS)?.start ?? -REACH)
  return isOneLine && start.length + end.length >= first.length ? [first] : [start, end]
}

/** The last words of the prefix that are surely whole. Empty when the quote starts inside a word. */
function wordsBefore({ prefix, exact }: QuoteInPage): string {
  if (isInsideWord(prefix, exact)) return ''
  const lines = linesOf(prefix.slice(-REACH))
  const line = lines.at(-1) ?? ''
  const mayBeCut = lines.length === 1 && !/^\s/.test(prefix)
  const words = wordSpans(line).slice(mayBeCut ? 1 : 0)
  const first = words.at(-CONTEXT_WORDS) ?? words[0]
  return first ? line.slice(first.start) : ''
}

/** The first words of the suffix that are surely whole. Empty when the quote ends inside a word. */
function wordsAfter({ exact, suffix }: QuoteInPage): string {
  if (isInsideWord(exact, suffix)) return ''
  const lines = linesOf(suffix.slice(0, REACH))
  const line = lines[0] ?? ''
  const mayBeCut = lines.length === 1 && !/\s$/.test(suffix)
  const words = wordSpans(line).slice(0, mayBeCut ? -1 : undefined)
  return line.slice(0, (words[CONTEXT_WORDS - 1] ?? words.at(-1))?.end ?? 0)
}

function isInsideWord(before: string, after: string): boolean {
  return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(after)
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n\r\u2028\u2029]/u)
    .map(line => line.replaceAll(/\s+/gu, ' ').trim())
    .filter(line => line !== '')
}

/** Hyphens are escaped too: they set prefix and suffix apart. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
}
