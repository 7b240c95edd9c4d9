import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { makePair } from '../../../server/detect/compare/pair.ts'
import { prepare } from '../../../server/detect/compare/prepare.ts'
import { buildNouns, parseNouns, readNouns } from '../../../server/detect/lexicon/build-nouns.ts'
import { pack } from '../../../server/detect/lexicon/container.ts'
import { wordId } from '../../../server/detect/lexicon/lexicon.ts'
import { ABOVE, BELOW, isSame, relate } from '../../../server/detect/lexicon/relate.ts'

describe('the lexicon of nouns', () => {
  test('is what the weights were built from', () => {
    const built = pack(buildNouns(readNouns()))
    const kept = readFileSync(new URL('../../../server/detect/weights/nouns.bin', import.meta.url))
    expect(Buffer.compare(Buffer.from(built), kept)).toBe(0)
  })

  test('has no noun that is above itself, and no two that are each above the other', () => {
    const up = new Set(
      readNouns().flatMap(({ same, above }) => same.flatMap(word => above.map(wide => `${word} ${wide}`))),
    )
    const turned = [...up].filter(pair => up.has(pair.split(' ').toReversed().join(' ')))
    expect(turned).toEqual([])
  })

  test.each([['striker'], ['^player; ^footballer'], ['prime minister; premier']])('%s is refused', line => {
    expect(() => parseNouns(`ferry; ^vessel\n${line}`)).toThrow(/^nouns\.txt, line 2/)
  })
})

const related = (a: string, b: string) => relate(wordId(a), wordId(b))

describe('two nouns', () => {
  test.each([
    ['striker', 'forward'],
    ['lift', 'elevator'],
    ['paracetamol', 'acetaminophen'],
    ['journalist', 'reporter'],
    ['dockworker', 'docker'],
  ])('%s and %s mean the same', (a, b) => {
    expect(isSame(related(a, b))).toBe(true)
  })

  test.each([
    ['vessel', 'ferry'],
    ['player', 'striker'],
    ['cleric', 'imam'],
    ['aircraft', 'airbus'],
    ['weapon', 'kalashnikov'],
    ['disease', 'ebola'],
  ])('%s is above %s', (a, b) => {
    expect(related(a, b) & ABOVE).toBe(ABOVE)
    expect(related(b, a) & BELOW).toBe(BELOW)
    expect(isSame(related(a, b))).toBe(false)
  })

  test.each([
    ['striker', 'goalkeeper'],
    ['ferry', 'submarine'],
    ['imam', 'bishop'],
    ['pistol', 'rifle'],
  ])('%s and %s are no synonyms, and neither is above the other', (a, b) => {
    expect(isSame(related(a, b))).toBe(false)
    expect(related(a, b) & (ABOVE | BELOW)).toBe(0)
  })
})

test('A general noun is aligned with what it means', () => {
  const [a, b] = [prepare(analyse('The ferry sank.')), prepare(analyse('The vessel sank.'))]
  const { alignment } = makePair(a, b)
  expect(alignment.ofA[0]).toBe(0)
  expect(alignment.ofA[1]).toBe(1)
})
