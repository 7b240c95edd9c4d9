import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIndex, type Entry, type IndexLimits } from '../../../server/scan/candidate-index.ts'

const entry = (keys: number[], speaker = 0, topics: number[] = [], names = 0): Entry => ({
  keys: Int32Array.from(keys),
  names,
  speaker,
  topics,
})

function indexOf(
  entries: readonly Entry[],
  limits: IndexLimits = { candidates: 100, namesakes: 100, hits: 2_000 },
) {
  const index = createIndex(limits)
  for (const one of entries) index.add(one)
  return index
}

describe('find', () => {
  test.each<[string, Entry[], Entry, number[]]>([
    ['nothing in an empty index', [], entry([1]), []],
    ['nothing that shares no key', [entry([1, 2]), entry([3])], entry([4, 5]), []],
    [
      'what shares more goes first',
      [entry([1, 9]), entry([1, 2, 9]), entry([1, 2, 3])],
      entry([1, 2, 3]),
      [2, 1, 0],
    ],
    [
      'of what shares as much, the part that is shared counts',
      [entry([1, 7, 8, 9]), entry([1, 6])],
      entry([1, 2]),
      [1, 0],
    ],
    ['a rare key counts more', [entry([1, 8]), entry([1, 9]), entry([2, 7])], entry([1, 2]), [2, 1, 0]],
    ['of equal ones the later goes first', [entry([1]), entry([1]), entry([1])], entry([1]), [2, 1, 0]],
    ['the same speaker helps', [entry([1], 5), entry([1], 6)], entry([1], 5), [0, 1]],
    ['a shared topic helps', [entry([1], 0, [3, 4]), entry([1], 0, [5])], entry([1], 0, [4]), [0, 1]],
    ['speaker and topic alone find nothing', [entry([1], 5, [3])], entry([2], 5, [3]), []],
    ['a claim without keys finds nothing', [entry([1])], entry([]), []],
    [
      'nothing that names something else altogether',
      [entry([7, 1, 2], 0, [], 1), entry([8, 1, 2], 0, [], 1), entry([1, 2])],
      entry([8, 1, 2], 0, [], 1),
      [1, 2],
    ],
    [
      'what shares more than names goes first',
      [entry([7, 1], 0, [], 1), entry([7, 3, 4], 0, [], 1)],
      entry([7, 1, 2, 5, 6, 8], 0, [], 1),
      [0, 1],
    ],
  ])('%s', (_name, entries, sought, found) => {
    expect(indexOf(entries).find(sought)).toEqual(found)
  })

  test('as many as are asked for, the likeliest', () => {
    const entries = Array.from({ length: 50 }, (_, n) => entry([1, 2, 100 + n]))
    const index = indexOf([...entries, entry([1, 2])], { candidates: 3, namesakes: 0, hits: 2_000 })
    expect(index.find(entry([1, 2]))).toEqual([50, 49, 48])
  })

  test('of those that share names alone, or one key, fewer', () => {
    const entries = Array.from({ length: 50 }, (_, n) => entry([7, 8, 100 + n], 0, [], 2))
    const index = indexOf(entries, { candidates: 30, namesakes: 4, hits: 2_000 })
    expect(index.find(entry([7, 8, 9], 0, [], 2))).toEqual([49, 48, 47, 46])
    expect(index.find(entry([9, 49 + 100]))).toEqual([49])
  })

  test('a key that all share does not make the search look at all', () => {
    const entries = Array.from({ length: 1_000 }, (_, n) => entry([1, 2, 3, 1_000 + n]))
    const index = indexOf(entries, { candidates: 1_000, namesakes: 1_000, hits: 10 })
    expect(index.find(entry([1, 2, 3, 1_500])).length).toBeLessThanOrEqual(1 + 10 + 10)
    expect(index.find(entry([1, 2, 3, 1_500]))).toContain(500)
  })

  test('a search leaves nothing behind', () => {
    const index = indexOf([entry([1, 2]), entry([1])])
    const first = index.find(entry([1, 2]))
    expect(index.find(entry([3]))).toEqual([])
    expect(index.find(entry([1, 2]))).toEqual(first)
  })
})

const anyEntry = fc
  .record({
    keys: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }),
    speaker: fc.integer({ min: 0, max: 3 }),
    topics: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
  })
  .map(({ keys, speaker, topics }) => entry(keys, speaker, topics))

test('without limits it finds exactly the claims that share a key, each once', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 60 }), anyEntry, (entries, sought) => {
      const found = indexOf(entries, { candidates: 1_000, namesakes: 1_000, hits: 100_000 }).find(sought)
      const sharing = entries.flatMap((one, n) =>
        one.keys.some(key => sought.keys.includes(key)) ? [n] : [],
      )
      expect(found.toSorted((a, b) => a - b)).toEqual(sharing)
    }),
  )
})

test('with fewer asked for, it finds the first of those it would find', () => {
  fc.assert(
    fc.property(
      fc.array(anyEntry, { maxLength: 60 }),
      anyEntry,
      fc.integer({ min: 0, max: 10 }),
      (entries, sought, most) => {
        const find = (candidates: number) =>
          indexOf(entries, { candidates, namesakes: 0, hits: 100_000 }).find(sought)
        expect(find(most)).toEqual(find(1_000).slice(0, most))
      },
    ),
  )
})
