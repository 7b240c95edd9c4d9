import { expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { compare } from '../../../server/detect/compare.ts'

/** Pairs of the seeded stories, none of which the weights were made from: whether they come up, as what, and for which reason first. */
test.each([
  [
    'The US-led coalition will reposition its forces in Iraq to prepare for onward movement.',
    'The United States has made no decision to leave Iraq.',
    { flagged: true, kind: 'contradicts', reason: 'negation' },
  ],
  [
    'Measures are needed so that the movement of the coalition out of Iraq is safe and efficient.',
    'The United States has made no decision to leave Iraq.',
    { flagged: true, kind: 'contradicts', reason: 'negation' },
  ],
  [
    'Around 5,000 US troops are in Iraq.',
    'A force of 750 US Marines has been approved to protect the embassy in Iraq.',
    { flagged: false, kind: 'different_scope', reason: 'quantity' },
  ],
  [
    'Mount Everest is 8,848 m high.',
    'Mount Everest is 8,850 m (29,035 ft) high.',
    { flagged: true, kind: 'contradicts', reason: 'quantity' },
  ],
  [
    'Mount Everest is 8,848 m high.',
    'The rock of Mount Everest is 8,844.43 m high, give or take 0.21 m.',
    { flagged: false, kind: 'different_definition', reason: 'definition' },
  ],
  [
    'Hurricane Maria killed 64 people in Puerto Rico.',
    'The official toll of Hurricane Maria in Puerto Rico is 2,975 people.',
    { flagged: true, kind: 'contradicts', reason: 'quantity' },
  ],
  [
    'The official toll of Hurricane Maria in Puerto Rico is 2,975 people.',
    '3,000 people did not die in the two hurricanes that hit Puerto Rico.',
    { flagged: true, kind: 'contradicts', reason: 'negation' },
  ],
])('%s / %s', (a, b, expected) => {
  const { flagged, kind, reasons } = compare(analyse(a), analyse(b))
  expect({ flagged, kind, reason: reasons[0]?.type }).toEqual(expected)
})

test('a letter that is authentic and was released by mistake is no conflict', () => {
  const a = analyse('The letter is authentic, US and Iraqi officials confirm.')
  const b = analyse('The letter about moving forces out of Iraq was a draft, released by mistake.')
  expect(compare(a, b).flagged).toBe(false)
})
