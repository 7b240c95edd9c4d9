import { expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { compare } from '../../../server/detect/compare.ts'

test.each([
  [
    'Around 5,000 US troops are in Iraq.',
    '3,400 US troops are in Iraq.',
    'Around 5,000 ≠ 3,400 — both count US troops in Iraq',
  ],
  [
    'Storm Ada left 2,975 people dead on the island.',
    'Storm Ada left 64 people dead on the island.',
    '2,975 ≠ 64 — both count Storm Ada, people on the island',
  ],
  [
    'The tower of Ulm is 161 metres high.',
    'The tower of Ulm is 150 metres high.',
    '161 metres ≠ 150 metres — both measure tower of Ulm',
  ],
  [
    'The minister arrived on 5 May 2020 in Paris.',
    'The minister arrived on 6 May 2020 in Paris.',
    '5 May 2020 ≠ 6 May 2020 — two dates for minister in Paris',
  ],
  [
    'The bridge over the river is open.',
    'The bridge over the river is closed.',
    '“is open” and “is closed” are opposites — both about bridge over the river',
  ],
])('%s / %s', (a, b, sentence) => {
  expect(compare(analyse(a), analyse(b), {}).reasons.map(reason => reason.sentence)).toContain(sentence)
})
