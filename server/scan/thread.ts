import os from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Compared, Judged, Part, ScannedClaim } from './comparer.ts'
import type { Answer, Question, Ready } from './worker.ts'

/** What went wrong in the thread: the scan cannot go on, whoever takes it. */
export class ThreadError extends Error {
  override name = 'ThreadError'
}

export type Thread = Ready & {
  /** Compares claims with those before. Questions are answered in their order. */
  compare: (claims: ScannedClaim[]) => Promise<Compared>
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
  const take = async (part: (nth: number) => Part | null, claims: ScannedClaim[]): Promise<Compared> => {
    const answers = await Promise.all(
      threads.map(async (thread, nth) => {
        const answer = await thread.ask({ part: part(nth), claims })
        if (!('compared' in answer)) throw new ThreadError('A comparing thread answered something else.')
        return answer.compared
      }),
    )
    return {
      pairs: answers.flatMap(answer => answer.pairs),
      compared: answers.reduce((sum, answer) => sum + answer.compared, 0),
      made: answers.flatMap(answer => answer.made),
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
      const answer = await first.ask({ pairs })
      if (!('judged' in answer)) throw new ThreadError('The comparing thread answered something else.')
      return answer.judged
    },
    stop: async () => {
      await Promise.all(threads.map(thread => thread.stop()))
    },
  }
}

type OneThread = Ready & { ask: (question: Question) => Promise<Answer>; stop: () => Promise<void> }

async function startThread(): Promise<OneThread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  const waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []
  let ended: ThreadError | null = null
  const end = (why: string, cause?: unknown) => {
    ended ??= new ThreadError(why, { cause })
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  worker.on('error', error => end(error instanceof Error ? error.message : String(error), error))
  worker.on('exit', code => end(`The comparing thread ended with ${code}.`))

  const next = () =>
    new Promise<Answer>((resolve, reject) => {
      if (ended) reject(ended)
      else waiting.push({ resolve, reject })
    })
  const ask = (question: Question): Promise<Answer> => {
    worker.postMessage(question, [])
    return next()
  }
  const first = await next()
  if (!('ready' in first)) throw new ThreadError('The comparing thread did not say that it is ready.')
  const { modelVersion, analysisVersion } = first.ready
  return {
    modelVersion,
    analysisVersion,
    ask,
    stop: async () => {
      await worker.terminate()
    },
  }
}
