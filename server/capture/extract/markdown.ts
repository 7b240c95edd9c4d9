import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { paragraphsOf } from '#domain/paragraphs.ts'
import { documentDate } from './dates.ts'
import { decodeText } from './decode.ts'
import { type Extracted, extractedFrom, type Metadata, NOTHING_KNOWN } from './extracted.ts'
import { languageTag } from './language.ts'
import { cleanWords, namesInByline, personName } from './written-names.ts'

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Reads Markdown: its words without the marks, and what its front matter says. */
export function extractMarkdown(bytes: Uint8Array, charset: string | null): Extracted {
  const source = decodeText(bytes, charset)
  const front = FRONT_MATTER.exec(source)
  const html = marked.parse(source.slice(front?.[0].length ?? 0), { async: false })
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const metadata = readFrontMatter(front?.[1] ?? '')
  const title = metadata.title ?? cleanWords(document.querySelector('h1')?.textContent)
  return extractedFrom({ ...metadata, title }, paragraphsOf(document.body))
}

/** The plain `name: value` lines of front matter; lists and nested values other than of authors are passed over. */
function readFrontMatter(yaml: string): Metadata {
  const values = new Map<string, string>()
  for (const line of yaml.split(/\r?\n/)) {
    const [, name, value] = /^([a-z_-]+)\s*:\s*(.*)$/i.exec(line) ?? []
    if (name !== undefined && value !== undefined)
      values.set(name.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'))
  }
  const value = (...names: string[]) =>
    names.map(name => values.get(name)).find(one => one !== undefined && one !== '')
  const author = value('author', 'authors', 'by')?.replaceAll(/[[\]"']/g, '')
  const named = author === undefined ? [] : namesInByline(author)
  const alone = named.length > 0 ? null : personName(author ?? null)
  return {
    ...NOTHING_KNOWN,
    title: cleanWords(value('title')),
    authors: alone === null ? named : [alone],
    outlet: cleanWords(value('outlet', 'publisher', 'site', 'publication')),
    published: documentDate(value('date', 'published', 'pubdate')),
    modified: documentDate(value('modified', 'updated', 'lastmod')),
    language: languageTag(value('lang', 'language')),
    canonicalUrl: addressIn(value('canonical', 'canonical_url', 'url', 'source')),
  }
}

const addressIn = (text: string | undefined) =>
  text !== undefined && /^https?:\/\/\S+$/.test(text) ? text : null
