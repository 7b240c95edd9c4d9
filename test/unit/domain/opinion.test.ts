import { expect, test } from 'vitest'
import { leaningOf, placeOfWords } from '#domain/opinion.ts'

test.each([
  ['750', 'There are 750 US troops in Iraq', [10, 13]],
  ['US troops', 'There are 750 US troops in Iraq', [14, 23]],
  ['There', 'There are 750 US troops', [0, 5]],
  ['no decision', 'There’s been no decision whatsoever', [13, 24]],
  ['5', 'There are 5,000 troops and 5 tanks', [27, 28]],
  ['led', 'The led convoy was US-led', [4, 7]],
  ['😀 yes', 'They said 😀 yes', [10, 16]],
] as const)('“%s” stands in “%s” at %j', (words, statement, [start, end]) => {
  expect(placeOfWords(words, statement)).toEqual({ start, end })
  expect(statement.slice(start, end)).toBe(words)
})

test.each([
  ['800', 'There are 750 US troops in Iraq'],
  ['us troops', 'There are 750 US troops in Iraq'],
  ['75', 'There are 750 US troops in Iraq'],
  ['raq', 'There are 750 US troops in Iraq'],
  ['', 'There are 750 US troops in Iraq'],
  [' ', 'There are 750 US troops in Iraq'],
  ['There are 750 US troops in Iraq.', 'There are 750 US troops in Iraq'],
])('“%s” does not stand in “%s”', (words, statement) => {
  expect(placeOfWords(words, statement)).toBeNull()
})

test.each([
  [{ contradicts: 0.9, agrees: 0.05, neither: 0.05 }, 'contradicts'],
  [{ contradicts: 0.1, agrees: 0.6, neither: 0.3 }, 'agrees'],
  [{ contradicts: 0.1, agrees: 0.2, neither: 0.7 }, 'neither'],
  [{ contradicts: 0.5, agrees: 0.5, neither: 0 }, 'contradicts'],
] as const)('%j leans towards %s', (verdict, leaning) => {
  expect(leaningOf(verdict)).toBe(leaning)
})
