import { expect, test } from 'vitest'
import type { EventAction } from '#domain/events.ts'
import { changesOf } from '../../../web/features/events/changes.ts'

const ID = '019b76da-0000-7000-8000-000000000001'

test.each<[string, EventAction, object | null, object | null, unknown[]]>([
  [
    'a changed term',
    'account.updated',
    { role: 'reader' },
    { role: 'editor' },
    [['Role', 'Reader', 'Editor']],
  ],
  ['a new record', 'account.created', null, { name: 'Ada' }, [['Name', null, 'Ada']]],
  [
    'a switch',
    'account.updated',
    { disabled: false },
    { disabled: true },
    [['Account disabled', 'No', 'Yes']],
  ],
  [
    'what stayed as it was',
    'scan.finished',
    { claims: 1, proposed: 1 },
    { claims: 1, proposed: 2000 },
    [['Pairs suggested', '1', '2,000']],
  ],
  [
    'how it is put',
    'claim.revised',
    { howPut: 'denied' },
    { howPut: 'asserted' },
    [['How put', 'Denied', 'Asserted']],
  ],
  ['a list', 'claim.revised', { topics: [] }, { topics: ['Iraq', 'Army'] }, [['Topics', null, 'Iraq, Army']]],
  [
    'a date',
    'claim.revised',
    { said: '2020-01' },
    { said: '2020-01-06' },
    [['Said', 'January 2020', '6 January 2020']],
  ],
  [
    'a decision',
    'relation.decided',
    { kind: 'agrees', state: 'suggested', awaits: null },
    { kind: 'duplicate', state: 'confirmed', awaits: 'second' },
    [
      ['Kind', 'Agrees', 'Is the same claim'],
      ['State', 'Suggested', 'Confirmed'],
      ['Waits for', null, 'Second reading'],
    ],
  ],
  [
    'the state of a quote',
    'claim.quote_changed',
    { state: 'exact' },
    { state: 'missing' },
    [['State', 'Quote stands in the source', 'Quote is no longer in the source']],
  ],
  [
    'the state of a page',
    'source.unreachable',
    { state: 'reached' },
    { state: 'unreachable' },
    [['State', 'Reached', 'Unreachable']],
  ],
  [
    'an opinion',
    'relation.opinion_given',
    null,
    { adviser: 'nli', state: 'unusable' },
    [
      ['Asked', null, 'Model on this machine'],
      ['State', null, 'Answered, but not usable'],
    ],
  ],
  [
    'a likelihood',
    'relation.proposed',
    null,
    { score: 0.7423758889627091, origin: 'detector' },
    [
      ['Likelihood', null, '74 %'],
      ['Origin', null, 'Suggested by the program'],
    ],
  ],
  [
    'reasons',
    'relation.proposed',
    null,
    { reasons: [{ type: 'quantity', explanation: '5,000 ≠ 750', aStart: 1 }] },
    [['Words in dispute', null, 'Number: 5,000 ≠ 750']],
  ],
  [
    'sides',
    'dispute.arranged',
    null,
    {
      positions: [
        { label: 'Yes', claimIds: [ID] },
        { label: 'No, never', claimIds: [] },
      ],
    },
    [['Sides', null, '“Yes” with 1 claim; “No, never” with 0 claims']],
  ],
  [
    'a subject',
    'comment.created',
    null,
    { subject: { type: 'dispute', id: ID } },
    [['About', null, 'Disputed point']],
  ],
  [
    'a record within',
    'claim.created',
    null,
    { quote: { exact: 'words', seenAtOnce: 0 } },
    [['Quote', null, 'Quote: words; Seen at once: 0']],
  ],
])('%s is told field by field', (_, action, from, to, expected) => {
  expect(changesOf(action, { ...from }, { ...to }).map(({ field, from, to }) => [field, from, to])).toEqual(
    expected,
  )
})

test('what names a record leads to it', () => {
  const changes = changesOf('claim.appearance_added', null, { fromClaimId: ID, exact: 'words', quoteId: ID })
  expect(changes.map(({ name, page }) => [name, page])).toEqual([
    ['fromClaimId', `/claims/${ID}`],
    ['exact', null],
    ['quoteId', null],
  ])
})
