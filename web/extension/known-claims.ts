import { type MarkedClaim, readPage } from '#contract/claim-lists.ts'
import type { Source } from '#contract/sources.ts'
import { anchor, indexText } from '#domain/anchor.ts'
import { ApiError } from '../api/api-error.ts'
import { askServer, call } from '../api/call.ts'
import type { Failure, FoundClaim, KnownPage } from './messages.ts'
import { readSettings } from './settings.ts'

/** More claims of one page than anybody reads; what comes behind is left to the server's own screens. */
const MOST_CLAIMS = 1_000

/** How long the claims of a page are believed while it is only its text that changes. */
const BELIEVED_MS = 60_000

type Known = { source: Source | null; marked: MarkedClaim[] }

const kept = new Map<string, { known: Promise<Known>; until: number }>()

/** Makes the next look at every page ask the server. */
export function forgetPages(): void {
  kept.clear()
}

/** Where the claims made of a page stand in its text. `fresh` asks the server even when it was asked just now. */
export async function findClaims(
  urls: readonly string[],
  text: string,
  fresh: boolean,
): Promise<KnownPage | Failure> {
  const settings = await readSettings()
  if (settings === null)
    return { failure: { code: 'unset', message: 'Say where your server is, and give it a key.' } }
  askServer(settings)
  try {
    const { source, marked } = await believed(urls, fresh)
    return { source, claims: placed(text, marked, settings.origin) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { failure: { code: error.code, message: error.message } }
  }
}

function believed(urls: readonly string[], fresh: boolean): Promise<Known> {
  const name = urls.join('\n')
  const before = kept.get(name)
  if (!fresh && before && before.until > Date.now()) return before.known
  const known = askForPage(urls)
  kept.set(name, { known, until: Date.now() + BELIEVED_MS })
  // What failed is asked again.
  known.catch(() => kept.delete(name))
  return known
}

async function askForPage(urls: readonly string[]): Promise<Known> {
  const marked: MarkedClaim[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await call(readPage, { query: { url: [...urls], cursor, limit: 100 } })
    marked.push(...page.items)
    if (page.next === null || marked.length >= MOST_CLAIMS) return { source: page.source, marked }
    cursor = page.next
  }
}

const RANK = { exact: 0, moved: 1, changed: 2, missing: 3, unreachable: 4 }

/** Each claim once: of several quotes of one, that which stands in the text best. In the order of the text, the missing last. */
function placed(text: string, marked: readonly MarkedClaim[], origin: string): FoundClaim[] {
  const index = indexText(text)
  const best = new Map<string, FoundClaim>()
  for (const one of marked) {
    const found = anchor(index, one.quote)
    const before = best.get(one.claim.id)
    if (before && RANK[before.found.state] <= RANK[found.state]) continue
    const { id } = one.claim
    best.set(id, { id, href: `${origin}/claims/${id}`, marked: one, found })
  }
  return [...best.values()].toSorted((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1))
}

function placeOf({ found }: FoundClaim): number {
  return found.state === 'missing' ? Number.MAX_SAFE_INTEGER : found.start
}
