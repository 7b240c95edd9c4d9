import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RELATION_KINDS } from '#domain/vocabulary.ts'
import type { Label } from '../../../server/detect/eval/read-pairs.ts'
import { readWritten, type WrittenPair } from '../../../server/detect/train/rows.ts'

const FOLDER = new URL('../../../server/detect/train/', import.meta.url).pathname
const FILES = readdirSync(FOLDER)
  .filter(name => /^written-[a-z]+\.tsv$/.test(name))
  .toSorted()

/** The kinds that go with a label; a neutral pair may still agree: its statements are both true of one matter. */
const KINDS: Record<Label, readonly string[]> = {
  contradiction: ['contradicts'],
  entailment: ['agrees', 'duplicate'],
  neutral: RELATION_KINDS.filter(kind => kind !== 'contradicts' && kind !== 'duplicate'),
}
const CONFLICT_REASONS =
  'quantity denial event_outcome implicative negation antonym date actor exclusivity world_knowledge modality place'.split(
    ' ',
  )

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What is wrong with a pair, in words; empty when nothing is. */
function faults({ label, kind, reason, a, b, spanA, spanB }: WrittenPair): string[] {
  const found: string[] = []
  if (!KINDS[label].includes(kind)) found.push(`kind "${kind}" does not go with ${label}`)
  if (label === 'contradiction' && !CONFLICT_REASONS.includes(reason)) found.push(`reason "${reason}"`)
  if (!/^[a-z]+(_[a-z]+)*$/.test(reason)) found.push(`reason "${reason}" is no word in lower case`)
  if ((spanA === '') !== (spanB === '')) found.push('disputed words on one side only')
  if (label === 'contradiction' && spanA === '') found.push('no disputed words')
  if (plain(a) === plain(b)) found.push('both statements say the same')
  for (const [statement, span] of [
    [a, spanA],
    [b, spanB],
  ] as const) {
    if (!statement.includes(span)) found.push(`"${span}" is not in the statement`)
    if (statement !== statement.trim() || / {2}/.test(statement)) found.push('stray blanks')
    if (span !== span.trim()) found.push('blanks around disputed words')
    if (/[,;:]["”’']?$/.test(statement)) found.push(`"${statement}" is cut off`)
  }
  return found
}

describe.each(FILES)('%s', name => {
  const file = FOLDER + name
  const pairs = readWritten(file)

  test('has seven columns a line', () => {
    const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')
    expect(lines.flatMap((line, i) => (line.split('\t').length === 7 ? [] : [`line ${i + 1}`]))).toEqual([])
  })

  test('keeps to labels, kinds and reasons, with the disputed words verbatim', () => {
    expect(
      pairs.flatMap((pair, i) => faults(pair).map(fault => `line ${i + 1}: ${fault} (${pair.a})`)),
    ).toEqual([])
  })
})

test('no pair is written twice, in either order', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const name of FILES)
    for (const [i, { a, b }] of readWritten(FOLDER + name).entries()) {
      const key = [plain(a), plain(b)].toSorted().join('\t')
      const place = `${name}, line ${i + 1}`
      const before = seen.get(key)
      if (before) twice.push(`${place} is ${before}`)
      else seen.set(key, place)
    }
  expect(twice).toEqual([])
})

test('there are written pairs', () => {
  expect(FILES.length).toBeGreaterThan(0)
})
