import type { PageFacts } from '../../features/claiming/captured.ts'

/** The addresses a page is known by: its own, and the one it gives of itself when that is of the same site. */
export function addressesOf(document: Document): string[] {
  const own = document.location.href
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href ?? ''
  const sameSite = URL.canParse(canonical) && new URL(canonical).hostname === new URL(own).hostname
  return sameSite && canonical !== own ? [own, canonical] : [own]
}

/** What a page says of itself in its head: Open Graph and its article terms, Dublin Core's creator, the HTML title. */
export function readFacts(document: Document): PageFacts {
  const said = (...names: string[]) => sayings(document, names)[0] ?? ''
  return {
    url: addressesOf(document).at(-1) ?? '',
    title: said('og:title') || document.title.trim() || document.location.hostname,
    outlet: said('og:site_name', 'application-name') || document.location.hostname.replace(/^www\./, ''),
    authors: sayings(document, ['author', 'article:author', 'citation_author']).filter(
      (name, index, all) => !/^https?:/.test(name) && all.indexOf(name) === index,
    ),
    language: languageOf(document.documentElement.lang),
    published: dayOf(said('article:published_time', 'citation_publication_date', 'date')),
    modified: dayOf(said('article:modified_time')),
  }
}

function sayings(document: Document, names: readonly string[]): string[] {
  return names.flatMap(name =>
    [...document.querySelectorAll<HTMLMetaElement>(`meta[property="${name}"], meta[name="${name}"]`)].flatMap(
      ({ content }) => (content.trim() === '' ? [] : [content.trim()]),
    ),
  )
}

/** A language tag as the server takes it; empty when there is none. */
function languageOf(tag: string): string {
  return /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag.trim()) ? tag.trim() : ''
}

/** The day of an ISO instant, as its writer counts days; empty for what is no day. */
function dayOf(instant: string): string {
  return /^\d{4}-\d\d-\d\d(?=T|\s|$)/.exec(instant)?.[0] ?? ''
}
