import type { Claim } from '#contract/claims.ts'
import type { Dispute } from '#contract/disputes.ts'
import { textFragmentUrl } from '#domain/canonical-url.ts'
import { formatPartialDate } from '#domain/partial-date.ts'
import { firstAppearance } from '../../compare/disputed-marks.ts'
import { letterOf } from './sides.ts'

export const CITATION_FORMATS = ['plain', 'markdown', 'html'] as const
export type CitationFormat = (typeof CITATION_FORMATS)[number]

type Writer = {
  link: (words: string, url: string) => string
  strong: (words: string) => string
  words: (text: string) => string
  item: (line: string) => string
  list: (items: string[]) => string
  block: (line: string) => string
}

/**
 * A disputed point to be cited: the question with its address and the day it was read, then every side with its claims,
 * each with speaker, date, quote and source. `url` is the point's permalink, `accessed` an ISO day.
 */
export function citeDispute(
  dispute: Dispute,
  { url, accessed, format }: { url: string; accessed: string; format: CitationFormat },
): string {
  const write = WRITERS[format]
  const name = `${write.strong(write.words(quoted(dispute.question)))} ${write.words('Counterclaim.')}`
  const address = `${write.link(url, url)}${write.words(` (accessed ${formatPartialDate(accessed)}).`)}`
  const sides = dispute.positions.map(({ label, claims }, index) => {
    const side = write.block(write.strong(write.words(`${letterOf(index)}. ${label}`)))
    return `${side}\n${write.list(claims.map(claim => write.item(citeClaim(claim, write))))}`
  })
  return [write.block(`${name} ${address}`), ...sides].join(format === 'html' ? '\n' : '\n\n')
}

function citeClaim(claim: Claim, write: Writer): string {
  const appearance = firstAppearance(claim)
  const said = claim.said ? `, ${formatPartialDate(claim.said.edtf)}` : ''
  const who = write.words(`${claim.speaker.name}${said}: ${claim.statement}`)
  if (!appearance) return who
  const { source, quote } = appearance
  const published = source.published ? `, ${formatPartialDate(source.published.edtf)}` : ''
  const title = source.url
    ? write.link(source.title, textFragmentUrl(source.url, quote))
    : write.words(source.title)
  const outlet = source.outlet ? `${source.outlet}, ` : ''
  const page = quote.page === null ? '' : `, p. ${quote.page}`
  return `${who} ${write.words(`${quoted(flat(quote.exact))} (${outlet}`)}${title}${write.words(`${published}${page}).`)}`
}

function quoted(words: string): string {
  return `“${words}”`
}

function flat(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** What CommonMark would read as markup inside a line; a leading number and dot would start a list. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~&]/g, sign => `\\${sign}`)
}

const joined = (items: string[]) => items.join('\n')
const itself = (text: string) => text

const WRITERS: Record<CitationFormat, Writer> = {
  plain: {
    link: (words, url) => (words === url ? url : `${words}, ${url}`),
    strong: itself,
    words: itself,
    item: line => `– ${line}`,
    list: joined,
    block: itself,
  },
  markdown: {
    link: (words, url) => (words === url ? `<${url}>` : `[${escapeMarkdown(words)}](<${url}>)`),
    strong: words => `**${words}**`,
    words: escapeMarkdown,
    item: line => `- ${line}`,
    list: items => `\n${items.join('\n')}`,
    block: itself,
  },
  html: {
    link: (words, url) => `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`,
    strong: words => `<strong>${words}</strong>`,
    words: escapeHtml,
    item: line => `  <li>${line}</li>`,
    list: items => (items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>` : ''),
    block: line => `<p>${line}</p>`,
  },
}
