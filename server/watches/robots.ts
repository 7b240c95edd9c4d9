import robotsParser from 'robots-parser'
import type { FetchPage } from '../capture/fetch/fetch-page.ts'
import { FetchProblem } from '../capture/fetch/problem.ts'

/** What this program is called in a robots.txt. */
const NAME = 'Counterclaim'

/** A robots.txt is believed so long (RFC 9309, section 2.4, allows a day), and read so far. */
const BELIEVED_MS = 60 * 60 * 1_000
const MOST_BYTES = 500_000
const MOST_KEPT = 1_000

const kept = new Map<string, { text: string; until: number }>()

/**
 * Whether a site's robots.txt lets this program visit an address (RFC 9309): one that is not there allows all. Throws
 * the `FetchProblem` of a site that cannot be reached.
 */
export async function mayVisit(fetchPage: FetchPage, url: string, now: Date): Promise<boolean> {
  const address = new URL('/robots.txt', url).href
  const known = kept.get(address)
  const text =
    known !== undefined && known.until > now.getTime() ? known.text : await read(fetchPage, address)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(address, { text, until: now.getTime() + BELIEVED_MS })
  return rulesOf(address, text).isAllowed(url, NAME) !== false
}

type Rules = { isAllowed: (url: string, name: string) => boolean | undefined }

/** The package is one function, which its types do not say. */
function rulesOf(address: string, text: string): Rules {
  const parse: unknown = robotsParser
  if (!isParser(parse)) throw new Error('robots-parser is no function')
  return parse(address, text)
}

const isParser = (value: unknown): value is (address: string, text: string) => Rules =>
  typeof value === 'function'

async function read(fetchPage: FetchPage, address: string): Promise<string> {
  try {
    const page = await fetchPage(address)
    return new TextDecoder().decode(page?.bytes.subarray(0, MOST_BYTES))
  } catch (error) {
    if (error instanceof FetchProblem && !error.temporary && error.answered) return ''
    throw error
  }
}
