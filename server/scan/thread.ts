import { Worker } from 'node:worker_threads'
import type { Compared, Judged, ScannedClaim } from './comparer.ts'
import type { Answer, Question, Ready } from './worker.ts'

/** What went wrong in the thread: the scan cannot go on, whoever takes it. */
export class ThreadError extends Error {
  override name = 'ThreadError'
}

export type Thread = Ready & {
  /** Compares claims with those before. Questions are answered in their order. */
  compare: (claims: ScannedClaim[]) => Promise<Compared>
  /** Adds claims that have been compared before. */
  remember: (claims: ScannedClaim[]) => Promise<Compared>
  /** Compares the two claims of each pair, whatever else was added. */
  judge: (pairs: (readonly [ScannedClaim, ScannedClaim])[]) => Promise<Judged>
  stop: () => Promise<void>
}

/** Starts a thread that compares, with the detector loaded. Rejects with a `ThreadError` when it cannot. */
export async function startThread(): Promise<Thread> {
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
  const take = async (question: Question): Promise<Compared> => {
    const answer = await ask(question)
    if (!('compared' in answer)) throw new ThreadError('The comparing thread answered something else.')
    return answer.compared
  }
  const first = await next()
  if (!('ready' in first)) throw new ThreadError('The comparing thread did not say that it is ready.')
  const { modelVersion, analysisVersion } = first.ready
  return {
    modelVersion,
    analysisVersion,
    compare: claims => take({ compare: true, claims }),
    remember: claims => take({ compare: false, claims }),
    judge: async pairs => {
      const answer = await ask({ pairs })
      if (!('judged' in answer)) throw new ThreadError('The comparing thread answered something else.')
      return answer.judged
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}
