import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import type { Adviser, Asking, Exchange, Pair, Reply } from './adviser.ts'
import { writeQuestion } from './question.ts'
import { readVerdict, storable } from './verdict.ts'

export type EndpointSettings = {
  /** Without `/chat/completions`. */
  url: string
  model: string
  key: string | undefined
  perDay: number
  /** How long a question may take, its retries included. */
  timeoutMs: number
  /** How long is waited before the first retry; twice as long before each further one. */
  retryMs?: number
}

/** How often a question is sent at most. */
const MOST_ATTEMPTS = 4

/** Answers that may be others a moment later (RFC 9110, RFC 6585). */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])

/** More than any verdict needs; whoever sends more is not listened to. */
const MOST_BYTES = 256 * 1_024

/** How much of an answer that cannot be used is kept, in UTF-16 units. */
const MOST_KEPT = 8_000

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) }))
    .min(1),
  usage: z.object({ total_tokens: z.int().min(0).max(1_000_000_000) }).nullish(),
})

/** An adviser at an endpoint that speaks OpenAI's chat completions, as most servers of language models do. */
export function createEndpointAdviser(settings: EndpointSettings): Adviser {
  const { url, model, perDay } = settings
  return {
    name: 'llm',
    model,
    sentTo: new URL(url).host,
    perDay,
    ask: (pair, asking) => ask(settings, pair, asking),
    close: () => Promise.resolve(),
  }
}

type Tried = { status: number; text: string; retryAfterMs: number } | { problem: string; passing: boolean }

async function ask(settings: EndpointSettings, pair: Pair, { spend, signal }: Asking): Promise<Reply> {
  const { model, timeoutMs, retryMs = 1_000 } = settings
  const request = writeQuestion(model, pair)
  const tooLate = AbortSignal.timeout(timeoutMs)
  const until = AbortSignal.any([signal, tooLate])
  const started = performance.now()
  const exchange: Exchange = { request, answer: null, attempts: 0, tokens: null }
  const fail = (failure: string): Reply => ({ ...exchange, state: 'failed', failure: storable(failure) })
  for (;;) {
    if (!(await spend()))
      return exchange.attempts === 0
        ? { state: 'unasked' }
        : fail('The day’s budget was used up before it could be sent once more.')
    exchange.attempts++
    const tried = await send(settings, request, until)
    if (signal.aborted) return { state: 'unasked' }
    if (tooLate.aborted) return fail(`No answer within ${timeoutMs / 1_000} seconds.`)
    const passing = 'problem' in tried ? tried.passing : PASSING.has(tried.status)
    if (!('problem' in tried)) {
      exchange.answer = storable(tried.text.slice(0, MOST_KEPT))
      if (tried.status === 200) return judge(exchange, tried.text, pair)
    }
    const problem = 'problem' in tried ? tried.problem : sayStatus(tried.status)
    if (!passing || exchange.attempts >= MOST_ATTEMPTS) return fail(problem)
    const pause = Math.max(
      retryMs * 2 ** (exchange.attempts - 1),
      'problem' in tried ? 0 : tried.retryAfterMs,
    )
    if (performance.now() - started + pause >= timeoutMs)
      return fail(`${problem} There was no time left to send it once more.`)
    await rest(pause, undefined, { signal: until }).catch(() => {})
    if (signal.aborted) return { state: 'unasked' }
  }
}

async function send({ url, key }: EndpointSettings, body: string, signal: AbortSignal): Promise<Tried> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body,
      // Statements go to the host that was named, and to no other.
      redirect: 'manual',
      signal,
    })
    const text = await readSome(response)
    if (text === null) return { problem: 'The answer is longer than a verdict can be.', passing: false }
    return {
      status: response.status,
      text,
      retryAfterMs: readRetryAfter(response.headers.get('retry-after')),
    }
  } catch (error) {
    return { problem: `The endpoint cannot be reached (${sayCause(error)}).`, passing: true }
  }
}

/** Null when it is longer than it may be. */
async function readSome(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Seconds or a date (RFC 9110, section 10.2.3), in milliseconds from now; 0 when it says nothing. */
function readRetryAfter(value: string | null): number {
  if (value === null) return 0
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}

function judge(exchange: Exchange, text: string, pair: Pair): Reply {
  const completion = Completion.safeParse(parseJson(text))
  if (!completion.success)
    return { ...exchange, state: 'unusable', failure: 'What came back is no chat completion.' }
  const { choices, usage } = completion.data
  const { content, refusal } = choices[0]!.message
  const answer = storable((content ?? refusal ?? '').slice(0, MOST_KEPT))
  const told = { ...exchange, answer, tokens: usage?.total_tokens ?? null }
  if (!content)
    return { ...told, state: 'unusable', failure: refusal ? 'The model refused to answer.' : 'It is empty.' }
  const judged = readVerdict(content, pair)
  if ('unusable' in judged) return { ...told, state: 'unusable', failure: storable(judged.unusable) }
  return { ...told, state: 'given', ...judged }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sayStatus(status: number): string {
  if (status === 401 || status === 403) return `The endpoint refused the key (${status}).`
  if (status === 404) return 'The endpoint does not know this address or model (404).'
  if (status === 429) return 'The endpoint was asked too often (429).'
  if (status >= 300 && status < 400)
    return `The endpoint sends elsewhere (${status}); LLM_URL names another host.`
  return `The endpoint answered with ${status}.`
}

function sayCause(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  return cause instanceof Error ? cause.name : 'unknown'
}
