import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { makePair } from '../../../server/detect/compare/pair.ts'
import { prepare } from '../../../server/detect/compare/prepare.ts'
import { buildNames } from '../../../server/detect/lexicon/build-names.ts'
import { pack } from '../../../server/detect/lexicon/container.ts'
import { nameNumber, standing } from '../../../server/detect/lexicon/named.ts'
import { parseNames, readNameLists } from '../../../server/detect/lexicon/read-names.ts'
import { ABOVE, BELOW, EQUAL, SIBLING } from '../../../server/detect/lexicon/relate.ts'
import { knownNames } from '../../../server/detect/text/known-names.ts'

describe('the lexicon of names', () => {
  test('is what the weights were built from', () => {
    const built = pack(buildNames(readNameLists()))
    const kept = readFileSync(new URL('../../../server/detect/weights/names.bin', import.meta.url))
    expect(Buffer.compare(Buffer.from(built), kept)).toBe(0)
  })

  test('has no place that lies in itself', () => {
    const places = parseNames('a: b\nb: c\nc: a', 'places.txt')
    expect(() => buildNames({ places, spellings: [], peoples: [], capitals: [], actors: [] })).toThrow(
      /lies in itself/,
    )
  })

  test('a line without a head is refused, with its number', () => {
    expect(() => parseNames('france: paris\nmarseille', 'places.txt')).toThrow(/^places\.txt, line 2/)
  })
})

describe('two names', () => {
  test.each([
    ['england', 'london', 'above'],
    ['marseille', 'france', 'below'],
    ['bavaria', 'germany', 'below'],
    ['texas', 'dallas', 'above'],
    ['europe', 'lyon', 'above'],
    ['kiev', 'kyiv', 'same'],
    ['british government', 'downing street', 'same'],
    ['kremlin', 'russia', 'same'],
    ['un', 'united nations', 'same'],
    ['bundestag', 'germany', 'below'],
    ['france', 'germany', 'apart'],
    ['munich', 'marseille', 'apart'],
    ['paris', 'germany', 'unknown'],
    ['munich', 'hamburg', 'unknown'],
    ['new york state', 'new jersey', 'apart'],
    ['scotland', 'wales', 'apart'],
    ['brussels', 'european commission', 'above'],
    ['damascus', 'aleppo', 'unknown'],
    ['birmingham', 'alabama', 'below'],
    ['birmingham', 'england', 'below'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(standing(nameNumber(a), nameNumber(b))).toBe(expected)
  })
})

/** The words of a statement that belong to a known name, with what the name stands for. */
const namesIn = (statement: string): string[] => {
  const analysis = analyse(statement)
  return [...knownNames(analysis)].flatMap((number, i) =>
    number === 0 ? [] : `${analysis.lemma[i]}#${number}`,
  )
}
const as = (words: string, name: string): string[] =>
  words.split(' ').map(word => `${word}#${nameNumber(name)}`)

describe('a name is found', () => {
  test.each([
    ['at the beginning', 'Marseille is dry.', as('marseille', 'marseille')],
    ['of several words', 'Snow fell in New York State.', as('new york state', 'new york state')],
    ['as a people', 'A French ship sank.', as('french', 'france')],
    ['with its office', 'The British government fell.', as('british government', 'united kingdom')],
    ['as a street', 'Downing Street said no.', as('down street', 'united kingdom')],
    ['as a capital that acts', 'London rejected the treaty.', as('london', 'united kingdom')],
    ['as a capital where something is', 'He died in London.', as('london', 'london')],
    ['told by its country', 'She lives in the Estonian capital.', as('estonian capital', 'tallinn')],
    ['without its accents', 'They met in Reykjavik.', as('reykjavik', 'reykjavik')],
    ['after a direction', 'Police closed roads in Central London.', as('london', 'london')],
  ])('%s', (_, statement, words) => {
    expect(namesIn(statement)).toEqual(words)
  })

  test.each([
    ["in somebody's name", 'The police in our town have arrested Jack London.'],
    ['before a family name', 'At the end of the day came Paris Hilton.'],
    ['in a word that is no name', 'He was reading a nice book.'],
  ])('but not %s', (_, statement) => {
    expect(namesIn(statement)).toEqual([])
  })
})

describe('two statements are aligned', () => {
  test.each([
    ['A ferry sank off Marseille.', 'A ferry sank off France.', 'marseille', 'france', BELOW],
    ['The ship reached England.', 'The ship reached London.', 'england', 'london', ABOVE],
    ['The Kremlin sent an envoy.', 'Russia sent an envoy.', 'kremlin', 'russia', EQUAL],
    [
      'Downing Street backed the plan.',
      'The British government backed the plan.',
      'street',
      'government',
      EQUAL,
    ],
    ['The depot is in Marseille.', 'The depot is in Munich.', 'marseille', 'munich', SIBLING],
  ])('%s ↔ %s', (one, other, wordA, wordB, bit) => {
    const [a, b] = [prepare(analyse(one)), prepare(analyse(other))]
    const { alignment } = makePair(a, b)
    const at = (side: typeof a, word: string) =>
      [...side.token].findIndex(token => side.analysis.lemma[token] === word)
    const i = at(a, wordA)
    expect(alignment.ofA[i]).toBe(at(b, wordB))
    expect(alignment.relation[i]! & bit).toBe(bit)
  })
})
