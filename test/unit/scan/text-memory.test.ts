import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextMemory } from '../../../server/scan/text-memory.ts'

test('every text is read as it was added, however large against what is taken at once', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 64 }), (texts, chunk) => {
      const memory = createTextMemory(chunk)
      for (const text of texts) memory.add(text)
      expect(texts.map((_, number) => memory.read(number))).toEqual(texts)
    }),
  )
})

test('thousands of texts', () => {
  const memory = createTextMemory(1_000)
  for (let number = 0; number < 5_000; number++) memory.add(`text ${number} “é”`)
  expect([0, 1_023, 1_024, 4_999].map(memory.read)).toEqual(
    [0, 1_023, 1_024, 4_999].map(number => `text ${number} “é”`),
  )
})
