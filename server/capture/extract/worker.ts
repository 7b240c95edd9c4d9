import { parentPort, workerData } from 'node:worker_threads'
import { RefusalError } from '#domain/refusals.ts'
import { extract } from './extract.ts'
import type { Extracted } from './extracted.ts'
import { unreadable } from './extracted.ts'
import type { Hints } from './format.ts'

/** What the thread is given, and what it answers. */
export type Task = { bytes: Uint8Array; hints: Hints }
export type Answer = { extracted: Extracted } | { refused: Pick<RefusalError, 'code' | 'message' | 'issues'> }

/** Whatever else goes wrong in a reader is the document's: readers throw in many ways on what they do not expect. */
const BROKEN = 'It cannot be read: it is damaged, or too deeply nested. Save it anew, or paste its words.'

async function answer({ bytes, hints }: Task): Promise<Answer> {
  try {
    return { extracted: await extract(bytes, hints) }
  } catch (error) {
    const { code, message, issues } = error instanceof RefusalError ? error : unreadable(BROKEN)
    return { refused: { code, message, ...(issues && { issues }) } }
  }
}

// pdf.js fetches parts of a document ahead and lets nobody know where they are damaged. Whether it can be read all the same
// is told by the reading itself.
process.on('unhandledRejection', () => {})

const task: Task = workerData
parentPort?.postMessage(await answer(task), [])
