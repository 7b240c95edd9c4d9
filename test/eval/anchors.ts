import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { type Anchored, anchor } from '#domain/anchor.ts'

const Offset = z.int().nonnegative()
const Line = z.object({
  text: z.string(),
  quote: z.object({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int(),
    end: z.int(),
  }),
  expect: z.object({
    state: z.enum(['exact', 'moved', 'changed', 'missing']),
    start: Offset.optional(),
    end: Offset.optional(),
  }),
  kind: z.string().optional(),
})
type Line = z.infer<typeof Line>

/** How many lines expect something, and how many of them got it. */
type Tally = { n: number; right: number; accuracy: number }

/** What `eval:anchors` prints. `wrong_silent` counts answers `exact` or `moved` where the expected words are not. */
export type AnchorReport = {
  n: number
  accuracy: number
  expected: Record<string, Tally>
  answered: Record<string, Record<string, number>>
  harmless_found: number
  changed_recognised: number
  wrong_silent: number
  wrong_silent_lines: number[]
  by_kind?: Record<string, Tally>
}

/** Read a corpus, one JSON object a line. Throws an error that names the line and the field. */
export function readCorpus(jsonl: string): Line[] {
  const lines: Line[] = []
  for (const [i, raw] of jsonl.split('\n').entries()) {
    if (raw.trim() !== '') lines.push(readLine(raw, i + 1))
  }
  return lines
}

function readLine(raw: string, number: number): Line {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch (error) {
    throw new Error(`line ${number}: not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  const read = Line.safeParse(value)
  if (read.success) return read.data
  const issues = read.error.issues.map(issue => `${issue.path.join('.') || 'line'}: ${issue.message}`)
  throw new Error(`line ${number}: ${issues.join('; ')}`)
}

/** Anchor every line's quote in its text and count what came of it. */
export function evaluate(lines: Line[]): AnchorReport {
  const expected: Record<string, Tally> = {}
  const kinds: Record<string, Tally> = {}
  const answered: AnchorReport['answered'] = {}
  const silent: number[] = []
  let right = 0
  for (const [i, line] of lines.entries()) {
    const answer = anchor(line.text, line.quote)
    const good = isRight(line, answer)
    if (good) right++
    count(expected, line.expect.state, good)
    if (line.kind !== undefined) count(kinds, line.kind, good)
    const row = (answered[line.expect.state] ??= {})
    row[answer.state] = (row[answer.state] ?? 0) + 1
    if (isWrongSilent(line, answer)) silent.push(i + 1)
  }
  const share = (state: string) => answered[state] ?? {}
  const found = (state: string) => (share(state)['exact'] ?? 0) + (share(state)['moved'] ?? 0)
  const harmless = (expected['exact']?.n ?? 0) + (expected['moved']?.n ?? 0)
  return {
    n: lines.length,
    accuracy: ratio(right, lines.length),
    expected,
    answered,
    harmless_found: ratio(found('exact') + found('moved'), harmless),
    changed_recognised: ratio(share('changed')['changed'] ?? 0, expected['changed']?.n ?? 0),
    wrong_silent: silent.length,
    wrong_silent_lines: silent.slice(0, 20),
    ...(Object.keys(kinds).length > 0 ? { by_kind: kinds } : {}),
  }
}

/** The expected state, at the expected words; the punctuation at the edges of a quote does not decide. */
function isRight({ text, expect }: Line, answer: Anchored): boolean {
  if (answer.state !== expect.state) return false
  if (answer.state === 'missing' || expect.start === undefined || expect.end === undefined) return true
  return sameWords(text, answer.start, expect.start) && sameWords(text, answer.end, expect.end)
}

function sameWords(text: string, a: number, b: number): boolean {
  return lettersOf(text.slice(Math.min(a, b), Math.max(a, b))) === ''
}

/** An answer that claims the words are there while they are not, or are expected elsewhere. */
function isWrongSilent({ text, quote, expect }: Line, answer: Anchored): boolean {
  if (answer.state !== 'exact' && answer.state !== 'moved') return false
  if (expect.state === 'changed' || expect.state === 'missing') return true
  const words = lettersOf(text.slice(answer.start, answer.end))
  if (expect.start === undefined || expect.end === undefined) return words !== lettersOf(quote.exact)
  if (answer.end <= expect.start || answer.start >= expect.end) return true
  return words !== lettersOf(quote.exact) && words !== lettersOf(text.slice(expect.start, expect.end))
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

function count(tallies: Record<string, Tally>, name: string, good: boolean): void {
  const tally = (tallies[name] ??= { n: 0, right: 0, accuracy: 0 })
  tally.n++
  if (good) tally.right++
  tally.accuracy = ratio(tally.right, tally.n)
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : Number((part / whole).toFixed(4))
}

if (import.meta.main) {
  const file = process.argv[2]
  try {
    if (file === undefined) throw new Error('usage: npm run eval:anchors -- FILE.jsonl')
    console.log(JSON.stringify(evaluate(readCorpus(readFileSync(file, 'utf8'))), null, 2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
