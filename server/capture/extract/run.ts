import { Worker } from 'node:worker_threads'
import { RefusalError } from '#domain/refusals.ts'
import { type Extracted, unreadable } from './extracted.ts'
import type { Hints } from './format.ts'
import type { Answer, Task } from './worker.ts'

/** Longest time that reading one document may take, and most memory of its thread. */
const MOST_SECONDS = 30
const MOST_MEMORY_MB = 768

/** Documents read at once; the others wait their turn. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * As `extract`, in a thread of its own with limits of time and memory: whatever a document does, the process stays up.
 * Throws a refusal when a limit is reached.
 */
export async function extractApart(
  bytes: Uint8Array,
  hints: Hints,
  { seconds = MOST_SECONDS, memoryMb = MOST_MEMORY_MB }: { seconds?: number; memoryMb?: number } = {},
): Promise<Extracted> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    return await runThread({ bytes, hints }, seconds, memoryMb)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function runThread(task: Task, seconds: number, memoryMb: number): Promise<Extracted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      env: {},
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    })
    const end = (settle: () => void) => {
      clearTimeout(tooLong)
      void worker.terminate()
      settle()
    }
    const tooLong = setTimeout(
      () => end(() => reject(unreadable(`It took longer than ${seconds} seconds to read. ${SMALLER}`))),
      seconds * 1_000,
    )
    worker.once('message', (answer: Answer) =>
      end(() => {
        if ('extracted' in answer) resolve(answer.extracted)
        else reject(new RefusalError(answer.refused.code, answer.refused.message, answer.refused))
      }),
    )
    worker.once('error', error =>
      end(() =>
        reject(isOutOfMemory(error) ? unreadable(`It takes too much memory to read. ${SMALLER}`) : error),
      ),
    )
    worker.once('exit', () => end(() => reject(unreadable(`It could not be read. ${SMALLER}`))))
  })
}

const SMALLER = 'Save the part that matters as a file of its own, or paste its words.'

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
