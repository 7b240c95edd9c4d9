import os from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Finding } from '../suggestions/finding.ts'
import type { ComparableClaim, Compared, MadeAnalysis, Part, ScannedClaim } from './comparer.ts'
import type { Answers, Question, Ready } from './worker.ts'

/** What went wrong in the thread: the scan cannot go on, whoever takes it. */
export class ThreadError extends Error {
  override name = 'ThreadError'
}

/** What was found, with the analyses that were missing. */
export type Found = Compared & { made: MadeAnalysis[] }

/** What became of pairs that were compared by themselves. */
export type Judged = { findings: Finding[]; made: MadeAnalysis[] }

export type Thread = Ready & {
  /** Compares claims with those before. Claims are taken in the order in which they are given, whoever waits for answers. */
  compare: (claims: ScannedClaim[]) => Promise<Found>
  /** Adds claims that have been compared before. */
  remember: (claims: ScannedClaim[]) => Promise<void>
  /** Compares the two claims of each pair, whatever else was added. */
  judge: (pairs: (readonly [ScannedClaim, ScannedClaim])[]) => Promise<Judged>
  stop: () => Promise<void>
}

/** How many threads share the work: each holds all claims, so that a large store leaves it to one. */
function threadsFor(claims: number): number {
  return claims > MOST_SHARED ? 1 : Math.min(MOST_THREADS, os.availableParallelism())
}

const MOST_THREADS = 2
const MOST_SHARED = 300_000

/**
 * Starts threads that compare, with the detector loaded, as many as suit that number of claims. Rejects with a
 * `ThreadError` when it cannot.
 */
export async function startThreads(claims: number): Promise<Thread> {
  const first = await startThread()
  const { modelVersion, analysisVersion } = first
  const threads = [first]
  try {
    while (threads.length < threadsFor(claims)) threads.push(await startThread())
  } catch (error) {
    await first.stop()
    throw error
  }
  /** The claims with their analyses, those that are missing made by all threads together. */
  const complete = async (claims: readonly ScannedClaim[]) => {
    const missing = claims.filter(claim => claim.analysis === null)
    const shares = missing.length === 0 ? [] : threads.map((_, nth) => shareOf(missing, nth, threads.length))
    const made = await Promise.all(
      shares.map((share, nth) => threads[nth]!.ask('analysed', { analyse: share })),
    ).then(parts => parts.flat())
    const analyses = new Map(made.map(({ claimId, json }) => [claimId, json]))
    const whole = claims.map((claim): ComparableClaim => {
      const analysis = claim.analysis ?? analyses.get(claim.id)
      if (analysis === undefined) throw new ThreadError('A comparing thread left a claim out.')
      return { ...claim, analysis }
    })
    return { whole, made }
  }
  let asked: Promise<unknown> = Promise.resolve()
  const take = async (part: (nth: number) => Part | null, claims: ScannedClaim[]): Promise<Found> => {
    const completing = complete(claims)
    const turn = Promise.all([completing, asked]).then(([completed]) => completed)
    asked = turn.catch(() => {})
    const { whole, made } = await turn
    const answers = await Promise.all(
      threads.map((thread, nth) => thread.ask('compared', { part: part(nth), claims: whole })),
    )
    return {
      pairs: answers.flatMap(answer => answer.pairs),
      compared: answers.reduce((sum, answer) => sum + answer.compared, 0),
      made,
    }
  }
  return {
    modelVersion,
    analysisVersion,
    compare: claims => take(nth => ({ nth, of: threads.length }), claims),
    remember: async claims => {
      await take(() => null, claims)
    },
    judge: async pairs => {
      const { whole, made } = await complete([
        ...new Map(pairs.flat().map(claim => [claim.id, claim])).values(),
      ])
      const known = new Map(whole.map(claim => [claim.id, claim]))
      const comparable = pairs.flatMap(([one, other]): [ComparableClaim, ComparableClaim][] => {
        const [a, b] = [known.get(one.id), known.get(other.id)]
        return a && b ? [[a, b]] : []
      })
      return { findings: await first.ask('judged', { pairs: comparable }), made }
    },
    stop: async () => {
      await Promise.all(threads.map(thread => thread.stop()))
    },
  }
}

/** Every `of`th of the claims, from the one numbered `nth` on. */
const shareOf = (claims: readonly ScannedClaim[], nth: number, of: number) =>
  claims.filter((_, place) => place % of === nth)

type Ask = <Kind extends keyof Answers>(kind: Kind, question: Question) => Promise<Answers[Kind]>

type OneThread = Ready & { ask: Ask; stop: () => Promise<void> }

async function startThread(): Promise<OneThread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  type Answer = Partial<Answers>
  const waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []
  let ended: ThreadError | null = null
  const end = (why: string, cause?: unknown) => {
    ended ??= new ThreadError(why, { cause })
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  worker.on('error', error => end(error instanceof Error ? error.message : String(error), error))
  worker.on('exit', code => end(`The comparing thread ended with ${code}.`))

  const next = async <Kind extends keyof Answers>(kind: Kind): Promise<Answers[Kind]> => {
    const answer = await new Promise<Answer>((resolve, reject) => {
      if (ended) reject(ended)
      else waiting.push({ resolve, reject })
    })
    const what = answer[kind]
    if (what === undefined) throw new ThreadError('The comparing thread answered something else.')
    return what
  }
  const ask: Ask = (kind, question) => {
    worker.postMessage(question, [])
    return next(kind)
  }
  const { modelVersion, analysisVersion } = await next('ready')
  return {
    modelVersion,
    analysisVersion,
    ask,
    stop: async () => {
      await worker.terminate()
    },
  }
}
