import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { RELATION_KINDS } from '#domain/vocabulary.ts'
import { forestSections } from '../compare/forest.ts'
import { pack } from '../lexicon/container.ts'
import { boost } from './boost.ts'
import { trainForests } from './forests.ts'
import { choose, measure } from './matrix.ts'
import { readRows } from './rows.ts'
import { KINDS } from './settings.ts'
import { collectStackRows, trainStack } from './stacks.ts'
import { findThreshold } from './threshold.ts'
import { readTuning } from './tuning.ts'

/** Makes weights/model.bin: `npm run detect:train -- DIR`, DIR being the data folder. The same data give the same bytes. */

const VERSION = 1

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: npm run detect:train -- DIR')
  process.exit(2)
}

const started = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const rows = readRows(folder)
const tuning = readTuning(folder)
say(`${rows.length} rows, ${tuning.length} to tune on`)
const matrix = measure(rows)
const tuned = measure(tuning)
say('measured')

const forests = trainForests(rows, matrix, say)
const stackRows = collectStackRows(rows, matrix, forests, tuning, tuned)
const headlines = trainStack(stackRows, 'headlines', say)
const sentences = trainStack(stackRows, 'sentences', say)

const kindOf = (r: number) => (RELATION_KINDS as readonly string[]).indexOf(rows[r]!.kind ?? '')
const withKind = rows.map((_, r) => r).filter(r => kindOf(r) >= 0)
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
const threshold = findThreshold(folder, { ...forests, headlines, sentences, kinds })

const bytes = pack({
  version: Int32Array.of(VERSION),
  ...forestSections(forests.general, 'general'),
  ...forestSections(forests.news, 'news'),
  ...forestSections(headlines.forest, 'headlines'),
  'headlines.from': headlines.calibration.from,
  'headlines.to': headlines.calibration.to,
  ...forestSections(sentences.forest, 'sentences'),
  'sentences.from': sentences.calibration.from,
  'sentences.to': sentences.calibration.to,
  ...forestSections(kinds, 'kinds'),
  threshold: Float64Array.of(threshold),
})
writeFileSync(path.resolve(import.meta.dirname, '..', 'weights', 'model.bin'), bytes)
say(`threshold ${threshold.toFixed(3)}; ${bytes.length} bytes written`)
