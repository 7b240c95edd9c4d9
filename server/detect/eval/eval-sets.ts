import { readdirSync } from 'node:fs'
import path from 'node:path'
import { auroc } from './metrics.ts'
import { type LabelledPair, readPairs, readText } from './read-pairs.ts'
import { report } from './report.ts'
import { scorePairs } from './score-pairs.ts'

/** `node server/detect/eval/eval-sets.ts FOLDER`: one line of Markdown per set in FOLDER, the baselines beside the figures. */

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node server/detect/eval/eval-sets.ts FOLDER')
  process.exit(2)
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** The baseline: share of the words of the shorter statement that the other one has. */
function overlap({ a, b }: LabelledPair): number {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const shared = [...x].filter(word => y.has(word)).length
  return shared / Math.max(1, Math.min(x.size, y.size))
}

const show = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? '–' : value.toFixed(3).replace(/^0/, '')

console.log(
  '| set | n | majority | accuracy | overlap AUROC | AUROC | AP | p10@30 | F1 | ECE | flagged | with reason |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|')
for (const name of readdirSync(folder).toSorted()) {
  if (!name.endsWith('.tsv.gz') && !name.endsWith('.tsv')) continue
  const { pairs } = readPairs(readText(path.join(folder, name)))
  const { scored, pairsPerSecond } = scorePairs(pairs)
  const r = report(scored, pairsPerSecond)
  const byOverlap = auroc(
    pairs.map(pair => ({ score: overlap(pair), positive: pair.label === 'contradiction' })),
  )
  const cells = [
    r.majority,
    r.accuracy,
    byOverlap,
    r.auroc,
    r.averagePrecision,
    r.p10at30,
    r.f1,
    r.ece,
    r.flagged,
    r.flaggedWithReason,
  ]
  console.log(`| ${name.replace(/\.tsv(\.gz)?$/, '')} | ${r.n} | ${cells.map(show).join(' | ')} |`)
}
