import { expect, test } from 'vitest'
import { areCopies, likenessOfSketches, sketchText } from '#domain/near-copies.ts'
import { countVoices } from '#domain/voices.ts'

/** A text of so many words, the same for the same seed. */
function words(count: number, seed: number): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return `w${state % 5_000}`
  })
}

const sketch = (text: readonly string[]) => sketchText(text.join(' ')) ?? { hashes: [], bands: [] }

const shingles = (text: readonly string[]) =>
  new Set(text.slice(4).map((_word, index) => text.slice(index, index + 5).join(' ')))

/** The share of shingles of five words that two texts have in common. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [shingles(a), shingles(b)]
  const both = [...one].filter(shingle => other.has(shingle)).length
  return both / (one.size + other.size - both)
}

test.each([
  ['the same text', (text: string[]) => text, true],
  ['with a word changed', (text: string[]) => text.with(40, 'other'), true],
  ['with a paragraph cut', (text: string[]) => text.slice(0, 240), true],
  [
    'with a line of its own before and behind',
    (text: string[]) => ['the', 'paper', ...text, 'more', 'to', 'follow'],
    true,
  ],
  ['half of it', (text: string[]) => text.slice(0, 120), false],
  ['another text', () => words(300, 99), false],
  ['a quotation of it in another text', (text: string[]) => [...words(300, 98), ...text.slice(0, 60)], false],
])('%s', (_name, edit, expected) => {
  const text = words(300, 7)
  const edited = edit(text)
  const [a, b] = [sketch(text), sketch(edited)]
  expect(areCopies(a, b)).toBe(expected)
  expect(Math.abs(likenessOfSketches(a, b) - jaccard(text, edited))).toBeLessThan(0.15)
  if (expected) expect(a.bands.some(band => b.bands.includes(band))).toBe(true)
})

test('case, punctuation and white space do not count', () => {
  const text = words(100, 3)
  expect(sketchText(text.join(' '))).toEqual(sketchText(`“${text.join(',\n').toUpperCase()}.”`))
})

test('a text of a few words has no sketch, and every value fits the database', () => {
  expect(sketchText('The bridge will close in May.')).toBeNull()
  const { hashes, bands } = sketch(words(100, 5))
  expect([hashes.length, bands.length]).toEqual([128, 32])
  for (const value of [...hashes, ...bands]) expect(value | 0).toBe(value)
})

const from = (outlet: string | null, voiceId: string | null, id = `${outlet}${voiceId}`) => ({
  id,
  outlet,
  voiceId,
})

test.each([
  ['nobody', [], 0],
  ['five reprints', ['a', 'b', 'c', 'd', 'e'].map(outlet => from(outlet, 'v')), 1],
  ['two outlets of their own', [from('a', null), from('b', null)], 2],
  ['one outlet twice', [from('a', null, '1'), from('a', null, '2')], 1],
  [
    'an outlet and those that print what it prints',
    [from('a', null), from('a', 'v'), from('b', 'v'), from('c', 'v')],
    1,
  ],
  ['two agencies', [from('a', 'v'), from('b', 'v'), from('c', 'w'), from('d', 'w')], 2],
  ['sources without an outlet', [from(null, null, '1'), from(null, null, '2')], 2],
])('the voices of %s', (_name, sources, expected) => {
  expect(countVoices(sources)).toBe(expected)
})
