import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { RELATION_KINDS } from '#domain/vocabulary.ts'
import { type Network, networkSections } from '../compare/attention/network.ts'
import { forestSections } from '../compare/forest.ts'
import { logisticSections } from '../compare/logistic.ts'
import type { Stack } from '../compare/model.ts'
import { pack, type Section } from '../lexicon/container.ts'
import type { Given } from './attention-worker.ts'
import { boost } from './boost.ts'
import { isBuilt, trainForests } from './forests.ts'
import { trainGate } from './gate.ts'
import { generalWeight, headlineWeight, newsWeight, teachesGate } from './last-weights.ts'
import { likenessTo } from './likeness.ts'
import { choose, measure } from './matrix.ts'
import { type Row, readRows } from './rows.ts'
import { KINDS } from './settings.ts'
import { seeGeneral, seeHeadlines, seeNews, trainStack } from './stacks.ts'
import { findThresholds } from './threshold.ts'

/** Makes weights/model.bin: `npm run detect:train -- DIR`, DIR being the data folder. The same data give the same bytes. */

const VERSION = 5

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: npm run detect:train -- DIR')
  process.exit(2)
}

const started = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

/** What the worker posts at last. */
type Attention = { net: Network; scores: Map<number, Float64Array> }

function isAttention(message: unknown): message is Attention {
  return typeof message === 'object' && message !== null && 'net' in message && 'scores' in message
}

const read = readRows(folder)
say(`${read.length} rows`)
const matrix = measure(read)
const likeness = likenessTo('written', 'written_more', read, matrix)
const rows = read.map((row, r): Row => ({ ...row, share: row.share * likeness[r]! }))
say('measured')

/** The network is trained on a core of its own; it needs nothing of the forests. */
const attending = new Promise<Attention>((resolve, reject) => {
  const given: Given = { folder, values: matrix.values }
  const worker = new Worker(new URL('./attention-worker.ts', import.meta.url), { workerData: given })
  worker.on('message', message => (isAttention(message) ? resolve(message) : say(String(message))))
  worker.on('error', reject)
})

const forests = trainForests(rows, matrix, say)
const { net: attention, scores } = await attending

const all = rows.map((_, r) => r)
const weighs = (weightOf: (row: Row) => number) => (r: number) => weightOf(rows[r]!) > 0
const seenNews = seeNews(all.filter(weighs(newsWeight)), matrix, forests)
const lastNews = trainStack('news', seenNews, rows, matrix, newsWeight, row => row.set === 'written', say)
const seenGeneral = seeGeneral(seeNews(all.filter(weighs(generalWeight)), matrix, forests), forests, scores)
const lastGeneral = trainStack('general', seenGeneral, rows, matrix, generalWeight, row => !isBuilt(row), say)
const seenHeadlines = seeHeadlines(all.filter(weighs(headlineWeight)), matrix)
const isHeadline = ({ set }: Row) => set === 'headlines' || set.startsWith('headline_')
const lastHeadlines = trainStack('headlines', seenHeadlines, rows, matrix, headlineWeight, isHeadline, say)
const { gate, style } = trainGate(
  rows,
  matrix,
  all.filter(r => teachesGate(rows[r]!)),
)
say('gate')

const kindOf = (r: number) => (RELATION_KINDS as readonly string[]).indexOf(rows[r]!.kind ?? '')
const withKind = all.filter(r => kindOf(r) >= 0)
const known = choose(matrix, withKind)
const kinds = boost(
  known.values,
  known.width,
  Uint8Array.from(withKind, kindOf),
  new Float32Array(withKind.length).fill(1),
  RELATION_KINDS.length,
  KINDS,
)
say('kinds')
const { general, news } = forests
const thresholds = findThresholds(folder, {
  general,
  news,
  attention,
  gate,
  style,
  lastNews,
  lastGeneral,
  lastHeadlines,
})

const stackSections = (stack: Stack, prefix: string): Record<string, Section> => ({
  ...logisticSections(stack.logistic, prefix),
  [`${prefix}.calibration`]: Float64Array.of(stack.calibration.slope, stack.calibration.shift),
})
const bytes = pack({
  version: Int32Array.of(VERSION),
  ...forestSections(general, 'general'),
  ...forestSections(news, 'news'),
  ...networkSections(attention),
  ...forestSections(gate, 'gate'),
  style,
  ...stackSections(lastNews, 'lastNews'),
  ...stackSections(lastGeneral, 'lastGeneral'),
  ...stackSections(lastHeadlines, 'lastHeadlines'),
  ...forestSections(kinds, 'kinds'),
  thresholds: Float64Array.of(thresholds.headlines, thresholds.loose, thresholds.strict, thresholds.from),
})
writeFileSync(path.resolve(import.meta.dirname, '..', 'weights', 'model.bin'), bytes)
say(`surer from a burden of ${thresholds.from}; ${bytes.length} bytes written`)
