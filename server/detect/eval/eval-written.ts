import { parseArgs } from 'node:util'
import type { Reason } from '../compare.ts'
import { readWritten, type WrittenPair } from '../train/rows.ts'
import { report, reportLines } from './report.ts'
import { predictedLabel, type ScoredPair, scorePairs } from './score-pairs.ts'

/**
 * `node server/detect/eval/eval-written.ts FILE.tsv[.gz] [--json]`: the figures on pairs in seven columns, with how often the kind is
 * right, and how often the first reason points at the disputed words of both statements when the label is right.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const [file] = positionals
if (file === undefined) {
  console.error('usage: node server/detect/eval/eval-written.ts FILE.tsv[.gz] [--json]')
  process.exit(2)
}

function overlaps(statement: string, span: string, start: number, end: number): boolean {
  const at = statement.indexOf(span)
  return at >= 0 && start < at + span.length && at < end
}

const pointsAt = (pair: WrittenPair, reason: Reason | undefined): boolean =>
  reason !== undefined &&
  overlaps(pair.a, pair.spanA, reason.aStart, reason.aEnd) &&
  overlaps(pair.b, pair.spanB, reason.bStart, reason.bEnd)

const { scored, pairsPerSecond } = scorePairs(readWritten(file))
const share = (part: number, all: number) => (all > 0 ? part / all : 0)
const conflicts = scored.filter(
  ({ pair }) => pair.label === 'contradiction' && pair.spanA !== '' && pair.spanB !== '',
)
const right = conflicts.filter(({ comparison }) => predictedLabel(comparison) === 'contradiction')
const rightLabel = scored.filter(({ pair, comparison }) => predictedLabel(comparison) === pair.label)
const asked = scored.filter(({ comparison }) => predictedLabel(comparison) === 'contradiction').length
const all = scored.filter(({ pair }) => pair.label === 'contradiction').length
const [precision, recall] = [share(right.length, asked), share(right.length, all)]

const figures = {
  contradictionF1ByLabel: share(2 * precision * recall, precision + recall),
  kind: share(scored.filter(({ pair, comparison }) => comparison.kind === pair.kind).length, scored.length),
  kindGivenLabel: share(
    rightLabel.filter(({ pair, comparison }) => comparison.kind === pair.kind).length,
    rightLabel.length,
  ),
  spanGivenLabel: share(
    right.filter(({ pair, comparison }) => pointsAt(pair, comparison.reasons[0])).length,
    right.length,
  ),
  spanAnyReason: share(
    right.filter(({ pair, comparison }) => comparison.reasons.some(reason => pointsAt(pair, reason))).length,
    right.length,
  ),
}

function byReason(rows: readonly ScoredPair<WrittenPair>[]): string[] {
  const groups = Map.groupBy(rows, ({ pair }) => `${pair.label.slice(0, 1).toUpperCase()} ${pair.reason}`)
  return [...groups]
    .filter(([, group]) => group.length >= 5)
    .map(([name, group]) => {
      const hits = group.filter(({ pair, comparison }) => predictedLabel(comparison) === pair.label).length
      return `${name.padEnd(30)} ${String(hits).padStart(3)} of ${group.length}`
    })
}

const general = report(scored, pairsPerSecond)
if (values.json) console.log(JSON.stringify({ file, ...general, ...figures }, null, 2))
else {
  for (const line of reportLines(general)) console.log(line)
  for (const [name, value] of Object.entries(figures))
    console.log(`${name.padEnd(42)} ${value.toFixed(3).padStart(9)}`)
  for (const line of byReason(scored)) console.log(line)
}
