import { type Dispatcher, request } from 'undici'
import type { AllowList } from './addresses.ts'
import { ENCODINGS, readBody } from './body.ts'
import { createAgent, type Resolve } from './connect.ts'
import { FetchProblem } from './problem.ts'
import { readTarget } from './target.ts'

/** What a page is asked by when it was fetched before (RFC 9110, conditional requests). */
export type Validators = { etag: string | null; lastModified: string | null }

export type Page = Validators & {
  /** Where it was found, after redirects. */
  url: string
  bytes: Uint8Array
  type: string | null
  charset: string | null
}

export type FetchOptions = {
  validators?: Validators
  /** Told how many bytes came, and how many are said to come. */
  onProgress?: (received: number, expected: number | null) => void
  signal?: AbortSignal
}

/** Fetches a page; null when it has not changed since `validators`. Throws `FetchProblem`. */
export type FetchPage = (address: string, options?: FetchOptions) => Promise<Page | null>

const MOST_REDIRECTS = 5

/** Longest time that one page may take, redirects included. */
const MOST_MS = 45_000

const ACCEPT =
  'text/html,application/xhtml+xml,application/pdf;q=0.9,application/vnd.openxmlformats-officedocument.wordprocessingml.document;q=0.9,text/plain;q=0.8,text/markdown;q=0.8,*/*;q=0.5'

/**
 * What fetches pages for this installation: each hop is checked anew, what comes is limited in size and time, and the
 * User-Agent names the installation's own address, so that a host knows whom to ask. `close` ends its connections.
 */
export function createFetcher(
  { allow, publicUrl }: { allow: AllowList; publicUrl: string },
  resolve?: Resolve,
): { fetchPage: FetchPage; close: () => Promise<void> } {
  const agent = createAgent(allow, resolve)
  const headers = {
    'user-agent': userAgent(publicUrl),
    accept: ACCEPT,
    'accept-encoding': ENCODINGS,
    'accept-language': 'en, *;q=0.5',
  }

  async function fetchPage(address: string, options: FetchOptions = {}): Promise<Page | null> {
    const limit = AbortSignal.timeout(MOST_MS)
    const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
    try {
      let url = readTarget(address, null, allow)
      for (let hops = 0; ; hops++) {
        const answer = await request(url, {
          dispatcher: agent,
          signal,
          headers: { ...headers, ...conditional(options.validators) },
        })
        const location = headerOf(answer, 'location')
        if (!isRedirect(answer.statusCode) || location === null) return await readAnswer(answer, url, options)
        discard(answer)
        if (hops === MOST_REDIRECTS)
          throw new FetchProblem(
            `The address leads on more than ${MOST_REDIRECTS} times. Give the one it ends at.`,
            false,
          )
        url = readTarget(location, url, allow)
      }
    } catch (error) {
      throw problemOf(error)
    }
  }

  return { fetchPage, close: () => agent.close() }
}

/** Who asks: the program, and where the installation is found. */
export function userAgent(publicUrl: string): string {
  return `Counterclaim/0.1 (+${publicUrl})`
}

type Answer = Dispatcher.ResponseData

/** Leaves the rest of an answer unread. Ending it is an error to those who still listen. */
function discard({ body }: Answer): void {
  body.on('error', () => {}).destroy()
}

async function readAnswer(answer: Answer, url: URL, options: FetchOptions): Promise<Page | null> {
  const { statusCode, body } = answer
  if (statusCode === 304 && options.validators !== undefined) {
    discard(answer)
    return null
  }
  if (statusCode < 200 || statusCode > 299) {
    discard(answer)
    throw refusedBy(statusCode)
  }
  const length = Number(headerOf(answer, 'content-length'))
  const expected = Number.isSafeInteger(length) && length > 0 ? length : null
  const bytes = await readBody(body, headerOf(answer, 'content-encoding') ?? '', received =>
    options.onProgress?.(received, expected),
  )
  const content = headerOf(answer, 'content-type') ?? ''
  return {
    url: url.href,
    bytes,
    type: /^\s*([\w.+-]+\/[\w.+-]+)/.exec(content)?.[1]?.toLowerCase() ?? null,
    charset: /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(content)?.[1] ?? null,
    etag: headerOf(answer, 'etag'),
    lastModified: headerOf(answer, 'last-modified'),
  }
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

function conditional(validators: Validators | undefined): Record<string, string> {
  return {
    ...(validators?.etag && { 'if-none-match': validators.etag }),
    ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
  }
}

function headerOf({ headers }: Answer, name: string): string | null {
  const value = headers[name]
  const first = Array.isArray(value) ? value[0] : value
  return first === undefined || first === '' ? null : first.slice(0, 2_000)
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'it asks for a password',
  402: 'it asks for payment',
  403: 'it refuses programs, or needs an account',
  404: 'there is no such page',
  410: 'the page was taken down',
  429: 'it was asked too often',
  451: 'the page is withheld for legal reasons',
}

function refusedBy(status: number): FetchProblem {
  const meaning = MEANINGS[status] ?? (status >= 500 ? 'it has a fault' : 'it gives no page')
  const temporary = status === 408 || status === 425 || status === 429 || status >= 500
  return new FetchProblem(`The host answered ${status}: ${meaning}.`, temporary, { answered: true })
}

/** Errors by their code; what else goes wrong on the way to a host may be better later. */
function problemOf(error: unknown): FetchProblem {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if (at instanceof FetchProblem) return at
  const code = codeOf(error)
  if (code === 'ENOTFOUND') return new FetchProblem('There is no host of that name.', false, { cause: error })
  if (/CERT|SIGNED|TLS|SSL/.test(code))
    return new FetchProblem('The host’s certificate is not to be trusted.', false, { cause: error })
  if (/TIMEOUT|TimeoutError|ETIMEDOUT/.test(code))
    return new FetchProblem('The host took too long to answer.', true, { cause: error })
  return new FetchProblem('The host cannot be reached.', true, { cause: error })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return error instanceof AggregateError ? codeOf(error.errors[0]) : code
}
