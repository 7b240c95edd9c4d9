import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readPairs, readText } from './read-pairs.ts'
import { report, reportLines } from './report.ts'
import { scorePairs } from './score-pairs.ts'

/** `npm run eval:pairs -- FILE.tsv[.gz] [--json] [--scores OUT.tsv]`: the figures of the shipped detector on labelled pairs. */

const USAGE = 'usage: npm run eval:pairs -- FILE.tsv[.gz] [--json] [--scores OUT.tsv]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, scores: { type: 'string' } },
})
const [file] = positionals
if (file === undefined || positionals.length > 1) {
  console.error(USAGE)
  process.exit(2)
}
if (!existsSync(file)) {
  console.error(`${file}: no such file`)
  process.exit(2)
}

const { pairs, bad } = readPairs(readText(file))
for (const { line, field, message } of bad.slice(0, 20))
  console.error(`${file}, line ${line}: ${field} ${message}`)
if (bad.length > 20) console.error(`${file}: ${bad.length - 20} more lines are not pairs`)
if (bad.length > 0) process.exitCode = 1
if (pairs.length === 0) {
  console.error(`${file}: no pairs (expected statementA<TAB>statementB<TAB>label)`)
  process.exit(1)
}

const { scored, pairsPerSecond } = scorePairs(pairs)
const figures = report(scored, pairsPerSecond)
if (values.scores !== undefined) {
  const lines = scored.map(({ pair, comparison: c }) =>
    [
      pair.label,
      c.contradicts.toFixed(6),
      c.agrees.toFixed(6),
      c.neither.toFixed(6),
      c.flagged ? 1 : 0,
      c.kind,
      c.reasons[0]?.type ?? '',
      pair.a,
      pair.b,
    ].join('\t'),
  )
  const header = 'label\tcontradicts\tagrees\tneither\tflagged\tkind\treason\tstatementA\tstatementB'
  writeFileSync(values.scores, `${header}\n${lines.join('\n')}\n`)
}
if (values.json) console.log(JSON.stringify({ file, badLines: bad.length, ...figures }, null, 2))
else for (const line of reportLines(figures)) console.log(line)
