import fs from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Verdict } from '#domain/opinion.ts'
import { loadModelLibrary } from './model-library.ts'

/** What the thread is given; then it is sent pairs of texts, and answers each with a verdict or with what went wrong. */
export type Model = {
  /** A folder, or an id at the hub. */
  name: string
  cacheDir: string
  hub: string | null
}
export type Texts = { a: string; b: string }
export type Judged = { verdict: Verdict } | { failure: string }
/** First whether it is ready, then an answer to each pair. */
export type FromThread = { ready: true } | Judged

const LABELS = { contradicts: 'contradiction', agrees: 'entailment', neither: 'neutral' } as const

const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json']

/** The weights that a folder has, whole ones before those of eight bits. Throws when it holds no model. */
function weightsIn(folder: string): 'fp32' | 'q8' {
  const has = (file: string) => fs.existsSync(path.join(folder, file))
  const missing = NEEDED.filter(file => !has(file))
  const dtype = has('onnx/model.onnx') ? 'fp32' : has('onnx/model_quantized.onnx') ? 'q8' : null
  if (dtype === null) missing.push('onnx/model.onnx')
  if (dtype === null || missing.length > 0)
    throw new Error(`The folder ${folder} holds no model: ${missing.join(', ')} not found.`)
  return dtype
}

type Judge = (texts: Texts) => Promise<Verdict>

async function loadJudge({ name, ...where }: Model): Promise<Judge> {
  const { AutoTokenizer, AutoModelForSequenceClassification } = await loadModelLibrary(where)
  const dtype = where.hub === null ? weightsIn(name) : undefined
  const tokenize = await AutoTokenizer.from_pretrained(name)
  const classify = await AutoModelForSequenceClassification.from_pretrained(name, { ...(dtype && { dtype }) })
  const labels = Object.entries(classify.config.id2label ?? {})
  const indexOf = (label: string) => {
    const found = labels.find(([, named]) => named.toLowerCase() === label)
    if (!found)
      throw new Error(
        `The model does not judge as needed: of its labels (${labels.map(([, named]) => named).join(', ')}) none is “${label}”.`,
      )
    return Number(found[0])
  }
  const contradicts = indexOf(LABELS.contradicts)
  const agrees = indexOf(LABELS.agrees)
  const neither = indexOf(LABELS.neither)
  return async ({ a, b }) => {
    // Such a model says what follows from the first text. Which of two claims is first means nothing: both ways are asked.
    const inputs = tokenize([a, b], { text_pair: [b, a], padding: true, truncation: true })
    const { logits } = await classify(inputs)
    const both = readRows(logits.tolist()).map(softmax)
    const mean = (index: number) =>
      both.reduce((sum, row) => sum + (row[index] ?? Number.NaN), 0) / both.length
    const verdict = { contradicts: mean(contradicts), agrees: mean(agrees), neither: mean(neither) }
    if (!Object.values(verdict).every(Number.isFinite)) throw new Error('The model answered with no numbers.')
    return verdict
  }
}

function readRows(value: unknown): number[][] {
  const rows: unknown[] = Array.isArray(value) ? value : []
  return rows.map(row => (Array.isArray(row) ? row.map(Number) : []))
}

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits)
  const powers = logits.map(logit => Math.exp(logit - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map(power => power / sum)
}

const say = (error: unknown) => (error instanceof Error ? error.message : String(error))

const port = parentPort
if (port === null) throw new Error('This file is run as a thread.')
const answer = (what: FromThread) => port.postMessage(what, [])
const model: Model = workerData
try {
  const judge = await loadJudge(model)
  port.on('message', (texts: Texts) => {
    judge(texts).then(
      verdict => answer({ verdict }),
      (error: unknown) => answer({ failure: say(error) }),
    )
  })
  answer({ ready: true })
} catch (error) {
  answer({ failure: say(error) })
}
