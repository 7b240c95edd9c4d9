import { headingOf } from '#domain/main-text.ts'
import { documentDate } from './dates.ts'
import { type Metadata, NOTHING_KNOWN } from './extracted.ts'
import { readJsonLd } from './json-ld.ts'
import { languageTag } from './language.ts'
import { cleanWords, namesInByline, personName } from './written-names.ts'

/**
 * What a page says of itself: its structured data (JSON-LD) first, then the metadata that publishers and libraries use
 * (`article:*`, `citation_*`, Dublin Core, Open Graph), then what a reader sees. `url` is where it came from, or null.
 * Must be read before anything changes the document.
 */
export function readMetadata(document: Document, url: string | null): Metadata {
  const said = [readJsonLd(structuredData(document)), readMeta(document), readVisible(document)]
  const first = <Name extends keyof Metadata>(name: Name) =>
    said.map(one => one[name]).find(value => value !== null && value !== undefined) ?? null
  const published = first('published')
  return {
    title: first('title'),
    authors: [...new Set(said.map(({ authors }) => authors).find(authors => authors.length > 0) ?? [])].slice(
      0,
      50,
    ),
    outlet: first('outlet'),
    published,
    modified: first('modified'),
    language: first('language'),
    canonicalUrl: canonicalAddress(
      document,
      said.map(one => one.canonicalUrl),
      url,
    ),
    kind: first('kind'),
  }
}

function structuredData(document: Document): string[] {
  return [...document.querySelectorAll('script[type]')]
    .filter(script => /^\s*application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
    .slice(0, 50)
    .map(script => script.textContent ?? '')
}

/** The names under which metadata is written, the most exact first. */
const NAMES = {
  title: 'citation_title dc.title dcterms.title og:title parsely-title twitter:title',
  authors:
    'citation_author article:author author parsely-author dc.creator dcterms.creator byl sailthru.author',
  outlet: 'citation_journal_title og:site_name dc.publisher dcterms.publisher application-name publisher',
  published:
    'article:published_time article:published citation_publication_date citation_online_date citation_date og:published_time parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date pubdate publishdate datepublished date',
  modified:
    'article:modified_time article:modified og:updated_time dcterms.modified dc.date.modified last-modified lastmod revised',
  language: 'dc.language dcterms.language citation_language content-language language og:locale',
  canonicalUrl: 'og:url citation_public_url',
}

function readMeta(document: Document): Metadata {
  const values = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content') ?? ''
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (name) values.set(name, [...(values.get(name) ?? []), content].slice(0, 100))
    }
  }
  const all = (names: string) => names.split(' ').map(name => values.get(name) ?? [])
  const firstOf = <Value>(names: string, read: (content: string) => Value | null) =>
    all(names)
      .flat()
      .map(read)
      .find(value => value !== null) ?? null
  const authors = all(NAMES.authors)
    .map(contents => contents.flatMap(authorsIn))
    .find(found => found.length > 0)
  const published = firstOf(NAMES.published, documentDate)
  return {
    ...NOTHING_KNOWN,
    title: firstOf(NAMES.title, cleanWords),
    authors: authors ?? [],
    outlet: firstOf(NAMES.outlet, cleanWords),
    published,
    modified: firstOf(NAMES.modified, documentDate),
    language: firstOf(NAMES.language, languageTag),
    canonicalUrl: firstOf(NAMES.canonicalUrl, cleanWords),
  }
}

/** One name, or several in one field. */
function authorsIn(content: string): string[] {
  const one = personName(content)
  if (one === null) return []
  const several = /;|\band\b|&|,.*,/.test(one) ? namesInByline(one) : []
  return several.length > 1 ? several : [one]
}

const BYLINES =
  '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author-name, .author, .article__author'
const PUBLISHED =
  'time[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime], time[datetime]'
const MODIFIED =
  'time[itemprop="dateModified"], time.updated, .updated time[datetime], .modified time[datetime]'

/** What a reader sees on the page. */
function readVisible(document: Document): Metadata {
  const authors = [...document.querySelectorAll(BYLINES)]
    .slice(0, 20)
    .map(element => namesInByline((element.textContent ?? '').slice(0, 300)))
    .find(names => names.length > 0)
  const modified = document.querySelector(MODIFIED)
  const published = [...document.querySelectorAll(PUBLISHED)].find(time => time !== modified)
  return {
    ...NOTHING_KNOWN,
    title: cleanWords(headingOf(document)?.textContent) ?? titleWithoutSite(document),
    authors: authors ?? [],
    published: dateOf(published),
    modified: dateOf(modified),
    language: languageTag(
      document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang'),
    ),
  }
}

/** `Headline | The Paper` → `Headline`. */
function titleWithoutSite(document: Document): string | null {
  const title = cleanWords(document.querySelector('title')?.textContent)
  const [first = ''] = title?.split(/\s+[|–—·]\s+/) ?? []
  return first.length >= 15 ? first : title
}

function dateOf(time: Element | null | undefined): string | null {
  if (!time) return null
  return documentDate(time.getAttribute('datetime')) ?? documentDate(cleanWords(time.textContent))
}

/** The address that the page gives itself; one that is the front page of a site cannot be that of an article. */
function canonicalAddress(
  document: Document,
  said: readonly (string | null)[],
  url: string | null,
): string | null {
  const link = [...document.querySelectorAll('link[rel]')].find(one =>
    /(^|\s)canonical(\s|$)/i.test(one.getAttribute('rel') ?? ''),
  )
  const base = url ?? undefined
  const addresses = [link?.getAttribute('href'), ...said].flatMap(address => {
    if (!address || !URL.canParse(address.trim(), base)) return []
    const read = new URL(address.trim(), base)
    return /^https?:$/.test(read.protocol) && read.href.length <= 2_000 ? [read] : []
  })
  const article = addresses.find(({ pathname, search }) => pathname !== '/' || search !== '')
  return (article ?? (url === null || new URL(url).pathname === '/' ? addresses[0] : undefined))?.href ?? null
}
