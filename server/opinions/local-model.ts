import fs from 'node:fs'
import path from 'node:path'
import type { Adviser, Asking, Pair, Reply } from './adviser.ts'
import { createModelThread, type ModelThread } from './model-thread.ts'
import { storable } from './verdict.ts'

export type LocalModelSettings = {
  /** A folder, or an id at the hub. */
  model: string
  hub: string
  /** Where a downloaded model is kept. */
  cacheDir: string
}

/** An adviser on this machine: a cross-encoder for natural language inference, as ONNX. Nothing is sent anywhere. */
export function createLocalAdviser({ model, hub, cacheDir }: LocalModelSettings): Adviser {
  const folder = path.resolve(model)
  const local = fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
  const thread = createModelThread({
    name: local ? folder : model,
    cacheDir,
    hub: local ? null : `${hub.replace(/\/+$/, '')}/`,
  })
  return {
    name: 'nli',
    model: local ? path.basename(folder) : model,
    sentTo: null,
    perDay: null,
    ask: (pair, asking) => ask(thread, pair, asking),
    close: thread.stop,
  }
}

async function ask(thread: ModelThread, { a, b }: Pair, { spend, signal }: Asking): Promise<Reply> {
  if (!(await spend())) return { state: 'unasked' }
  const texts = { a: a.statement, b: b.statement }
  const judged = await thread.judge(texts, signal)
  if (judged === null) return { state: 'unasked' }
  const exchange = { request: JSON.stringify(texts), attempts: 1, tokens: null }
  if ('failure' in judged)
    return { ...exchange, answer: null, state: 'failed', failure: storable(judged.failure) }
  const { verdict } = judged
  return {
    ...exchange,
    answer: JSON.stringify(verdict),
    state: 'given',
    verdict,
    spans: [],
    explanation: null,
  }
}
