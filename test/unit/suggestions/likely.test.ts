import { beforeAll, expect, test } from 'vitest'
import { chooseWords, favourNames, type Word } from '../../../server/suggestions/candidate-store.ts'
import { type Detector, loadDetector } from '../../../server/suggestions/detector.ts'
import { inOrderOf, namesIn } from '../../../server/suggestions/likely.ts'

let detector: Detector
beforeAll(async () => {
  detector = await loadDetector()
})

const word = (lexeme: string, weight: number, hits = 10): Word => ({ lexeme, weight, hits })
const lexemes = (words: readonly Word[]) => words.map(({ lexeme }) => lexeme)

test.each<[string, Word[], string[], string[]]>([
  ['the words of names go first', [word('flood', 6), word('halburi', 4)], ['Halbury'], ['halburi', 'flood']],
  ['without names the rarest', [word('flood', 6), word('home', 4)], [], ['flood', 'home']],
  [
    'a name in everybody’s mouth is a word like others',
    [word('flood', 6), word('council', 4, 9_000)],
    ['Council'],
    ['flood', 'council'],
  ],
  [
    'a word that only begins so is none',
    [word('flood', 6), word('halburyit', 4)],
    ['Halbury'],
    ['flood', 'halburyit'],
  ],
])('favourNames: %s', (_name, words, names, order) => {
  expect(lexemes(favourNames(words, names))).toEqual(order)
})

test('chooseWords takes the rarest, however common, and more as far as few claims hold them', () => {
  const words = [word('a', 9, 900), word('b', 8, 900), word('c', 7, 900), word('d', 6, 900), word('e', 5, 10)]
  expect(lexemes(chooseWords(words, 1_000))).toEqual(['a', 'b', 'c'])
  expect(lexemes(chooseWords(words, 3_000))).toEqual(['a', 'b', 'c'])
  expect(lexemes(chooseWords(words, 4_000))).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test.each([
  ['Mr Esper met the mayor of Ankara', ['Esper', 'Ankara']],
  ['The bridge was opened', []],
])('namesIn: %s', (text, names) => {
  expect(namesIn(detector.analyse(text))).toEqual(expect.arrayContaining(names))
  if (names.length === 0) expect(namesIn(detector.analyse(text))).toEqual([])
})

test('inOrderOf keeps what is worth comparing, in the order of the ids', () => {
  const texts = [
    'There are 750 US troops in Iraq',
    'Wages rose in spring',
    'There are 9,000 US troops in Iraq',
  ]
  const claims = texts.map((text, n) => ({ id: String(n), analysis: detector.analyse(text) }))
  const own = detector.analyse('There are 5,000 US troops in Iraq')
  const found = inOrderOf(['2', '1', 'gone', '0'], claims, own, detector)
  expect(found.map(({ id }) => id)).toEqual(['2', '0'])
})
