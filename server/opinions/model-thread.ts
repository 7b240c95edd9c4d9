import { Worker } from 'node:worker_threads'
import type { FromThread, Judged, Model, Texts } from './model-worker.ts'

/** How long loading may take, a download included, and one question. */
const LOAD_MS = 30 * 60_000
const ASK_MS = 120_000

/** How long a model that nobody asks is kept in memory. */
const IDLE_MS = 10 * 60_000

export type ModelThread = {
  /** Asks for a verdict; the model is loaded when it is first asked. Null when the signal was aborted. */
  judge: (texts: Texts, signal: AbortSignal) => Promise<Judged | null>
  stop: () => Promise<void>
}

/** A model in a thread of its own: while it thinks everybody else goes on, and whatever it does, the process stays up. */
export function createModelThread(
  model: Model,
  { loadMs = LOAD_MS, askMs = ASK_MS, idleMs = IDLE_MS } = {},
): ModelThread {
  let worker: Worker | null = null
  let idle: ReturnType<typeof setTimeout> | undefined

  async function stop(): Promise<void> {
    clearTimeout(idle)
    const stopped = worker
    worker = null
    await stopped?.terminate()
  }

  async function judge(texts: Texts, signal: AbortSignal): Promise<Judged | null> {
    clearTimeout(idle)
    if (worker === null) {
      const made = new Worker(new URL('./model-worker.ts', import.meta.url), {
        workerData: model,
        env: {},
        execArgv: ['--disable-warning=ExperimentalWarning'],
        stdout: true,
        stderr: true,
      })
      worker = made
      // Between questions nobody else hears of its end.
      made.on('error', () => {})
      made.on('exit', () => {
        if (worker === made) worker = null
      })
      const first = await hear(made, loadMs, signal)
      if (first === null || !('ready' in first)) {
        await stop()
        return first
      }
    }
    const heard = hear(worker, askMs, signal)
    worker.postMessage(texts, [])
    const answer = await heard
    if (answer === null || 'ready' in answer || 'failure' in answer) await stop()
    else {
      idle = setTimeout(() => void stop(), idleMs)
      idle.unref()
    }
    return answer === null || !('ready' in answer) ? answer : { failure: 'The model answered twice.' }
  }

  return { judge, stop }
}

/** What the thread says next; null when the signal was aborted before. */
function hear(worker: Worker, withinMs: number, signal: AbortSignal): Promise<FromThread | null> {
  return new Promise(resolve => {
    const end = (answer: FromThread | null) => {
      clearTimeout(tooLong)
      signal.removeEventListener('abort', onAbort)
      worker.off('message', end).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    const onAbort = () => end(null)
    const onError = (error: unknown) =>
      end({ failure: error instanceof Error ? error.message : String(error) })
    const onExit = (code: number) => end({ failure: `The thread of the model ended with ${code}.` })
    const tooLong = setTimeout(
      () => end({ failure: `The model has not answered within ${withinMs / 1_000} seconds.` }),
      withinMs,
    )
    worker.on('message', end).on('error', onError).on('exit', onExit)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
  })
}
