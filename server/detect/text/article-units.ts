import { boundBefore } from './bounds.ts'
import type { Tokens } from './tokens.ts'
import { type Unit, unitOf } from './units.ts'

/** "A second man", "a foot", "a stone", "a yard" are mostly no measures. */
const AMBIGUOUS = new Set([
  'second',
  'foot',
  'stone',
  'yard',
  'pound',
  'league',
  'century',
  'night',
  'inch',
  'ounce',
])
const MEASURES = new Set(['duration', 'length', 'mass', 'area'])
const BEFORE = new Set(
  'for in by within after last lasted lasts take took takes need needed needs than spent'.split(' '),
)
const AFTER = new Set(
  'late early behind before after ago later earlier long apart away ahead wide deep high tall short old too'.split(
    ' ',
  ),
)
const WHEN = new Set(['before', 'ago', 'earlier', 'later'])
const FROM = new Set(['from', 'than', 'as', 'of', 'on', 'to'])
const PARTS: Record<string, number> = { half: 0.5, quarter: 0.25, third: 1 / 3 }

/** "less than an hour", "a year and a half", "a week before it was due": one of a unit, where a length of it is meant and not a rate. */
export function readArticleUnit(
  { word, tag }: Tokens,
  i: number,
): { from: number; to: number; unit: Unit; value: number } | null {
  if (word[i] !== 'a' && word[i] !== 'an') return null
  const name = (word[i + 1] ?? '').replace(/(?<=.)\.$/, '')
  const unit = unitOf(name)
  if (unit === null || !MEASURES.has(unit.dimension) || tag[i + 1] !== 'N') return null
  const part =
    word[i + 2] === 'and' && (word[i + 3] === 'a' || word[i + 3] === 'one')
      ? PARTS[word[i + 4] ?? '']
      : undefined
  if (part !== undefined) return { from: i, to: i + 5, unit, value: 1 + part }
  if (AMBIGUOUS.has(name) || tag[i + 2] === 'N') return null
  /** "higher than a year before": when, and not how long. */
  if (FROM.has(word[i - 1] ?? '') && WHEN.has(word[i + 2] ?? '')) return null
  if (word[i + 2] === 'ago' || word[i + 2] === 'earlier') return null
  const meant = BEFORE.has(word[i - 1] ?? '') || AFTER.has(word[i + 2] ?? '') || boundBefore(word, i) !== null
  return meant ? { from: i, to: i + 2, unit, value: 1 } : null
}
