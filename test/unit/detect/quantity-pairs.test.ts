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
    [
      'Four in ten pupils in Kendal passed the exam.',
      'Six in ten pupils in Kendal failed the exam.',
      'equal',
    ],
    [
      'Most delegates in Kendal voted for the merger.',
      'Most delegates in Kendal voted against the merger.',
      'disjoint',
    ],
    ['None of the lifts in the tower worked.', 'All of the lifts in the tower worked.', 'disjoint'],
    ['No pupil in Kendal failed the exam.', 'Every pupil in Kendal passed the exam.', 'equal'],
    [
      'All goats were alive when the barn was opened.',
      'Four goats were dead when the barn was opened.',
      'disjoint',
    ],
    ['The vote on the quay was unanimous.', 'Four members voted against the quay.', 'disjoint'],
    ['The vote on the quay was unanimous.', 'The council split 5-4 on the quay.', 'disjoint'],
    ['Nobody was hurt in the fire at the school.', 'The fire at the school hurt nine pupils.', 'disjoint'],
    [
      'The crew came back with all its sailors.',
      'Four sailors were missing when the crew came back.',
      'disjoint',
    ],
    ['The skipper paid no fine in Rouen.', 'The skipper paid a fine of 900 euros in Rouen.', 'disjoint'],
    ['The skipper was given a 8,000 euro prize.', 'The skipper was given a prize of 8,000 euros.', 'equal'],
    ['The tenant pays 900 francs a month.', 'The tenant pays 10,800 francs a year.', 'equal'],
    ['The tenant pays 900 francs a month.', 'The tenant pays 900 francs a year.', 'disjoint'],
    ['The guns fired 2,000 shells a day.', 'The guns fired 14,000 shells.', 'overlapping'],
    ['One in three sheep died in the snow.', 'A third of the sheep died in the snow.', 'equal'],
    ['Sales at the fair doubled.', 'Sales at the fair rose by 100 per cent.', 'within'],
    ['A crowd of 40 people stormed the mill.', 'Three rioters stormed the mill.', 'disjoint'],
    ['The run took 129 minutes.', 'The run took two hours and nine minutes.', 'equal'],
    ['The minister is in her fifties.', 'The minister is 71 years old.', 'disjoint'],
  ])('%s / %s: %s', (a, b, relation) => {
    expect(pairsOf(a, b).map(pair => pair.relation)).toEqual([relation])
  })

  test.each([
    ['The toll rose by 3 to 19.', 'The toll rose to 19 from 16.'],
    ['The corps has 5,000 soldiers.', 'A further 600 soldiers joined the corps.'],
    ['Smoking fell by three percentage points.', 'Smoking fell by a fifth.'],
    ['Two of the six mills burned.', 'Two of the six mills burned down.'],
    ['The pool is 50 metres long.', 'The pool is two metres deep.'],
    ['No teachers were hurt in the fire at the school.', 'The fire at the school hurt nine pupils.'],
    ['As many as 70 seals may live on the bank.', 'Rangers counted 26 seals on the bank.'],
    ['Jars may hold 40 litres at most.', 'The jars hold 38 litres.'],
  ])('%s / %s: nothing is apart', (a, b) => {
    expect(pairsOf(a, b).filter(pair => pair.relation === 'disjoint')).toEqual([])
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
