import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { gather } from '../../../server/detect/compare/evidence-features.ts'

const pairsOf = (a: string, b: string) => gather(analyse(a), analyse(b)).evidence.quantities

describe('numbers of two statements', () => {
  test.each([
    ['The summit is 4,810 m high.', 'The summit is 4,808 m high.', 'disjoint'],
    ['The summit is 4,800 m high.', 'The summit is 4,808 m high.', 'equal'],
    ['The dam holds 1,250 tonnes.', 'The dam holds 1,247 tonnes.', 'disjoint'],
    ['The dam holds about 1,250 tonnes.', 'The dam holds 1,247 tonnes.', 'within'],
    ['The summit is 4,810 m (15,781 ft) high.', 'The summit is 4,808 m high.', 'disjoint'],
    ['The summit is 4,810 m (15,781 ft) high.', 'The summit is 15,781 ft high.', 'equal'],
  ])('%s / %s: %s', (a, b, relation) => {
    expect(pairsOf(a, b).map(pair => pair.relation)).toEqual([relation])
  })

  test.each([
    ['About 9,000 soldiers are in Mali.', 'Some 300 paratroopers were flown to Mali.', true],
    ['About 9,000 soldiers are in Mali.', 'About 4,000 soldiers are in Mali.', false],
    ['About 300 soldiers are in Mali.', 'Some 4,000 paratroopers were flown to Mali.', false],
    ['The fleet in Oslo has 40 ships.', 'The fleet in Oslo has 6 destroyers.', true],
  ])('%s / %s: the smaller may be part of the larger: %s', (a, b, part) => {
    expect(pairsOf(a, b).map(pair => pair.part)).toEqual([part])
  })
})
