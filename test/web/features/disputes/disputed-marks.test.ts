import { expect, test } from 'vitest'
import type { Claim } from '#contract/claims.ts'
import type { Dispute } from '#contract/disputes.ts'
import type { Reason } from '#contract/relations.ts'
import { counterpartsOf } from '../../../../web/compare/disputed-marks.ts'
import { markDispute } from '../../../../web/features/disputes/mark-dispute.ts'
import {
  appearanceOf,
  claimOf,
  disputeOf,
  reasonOf,
  relationOf,
  span,
} from '../../../support/dispute-page.ts'

const present = claimOf(1, {
  statement: 'Around 5,000 troops are there.',
  appearances: [appearanceOf(1, { quote: 'Some 5,000 soldiers remain, 5,000 in all' })],
})
const fewer = claimOf(2, {
  statement: 'Only 750 troops are there.',
  appearances: [appearanceOf(2, { quote: 'a force of seven hundred and fifty' })],
})
const none = claimOf(3, { statement: 'No troops are there, not 5,000.', appearances: [appearanceOf(3)] })

const withReasons = (...pairs: [Claim, Claim, Reason[]][]): Dispute =>
  disputeOf(
    { Many: [present], Few: [fewer, none] },
    { relations: pairs.map(([a, b, reasons], index) => relationOf(index, a, b, { reasons })) },
  )

/** The marked words of a claim, as `statement: words` and `quote: words`. */
function wordsOf(claim: Claim, dispute: Dispute): string[] {
  const marks = markDispute(dispute).marks.get(claim.id)
  const quote = claim.appearances[0]?.quote.exact ?? ''
  return [
    ...(marks?.statement ?? []).map(({ start, end }) => `statement: ${claim.statement.slice(start, end)}`),
    ...(marks?.quote ?? []).map(({ start, end }) => `quote: ${quote.slice(start, end)}`),
  ]
}

test.each<[what: string, Dispute, Claim, string[]]>([
  [
    'in the statement, and the same words in the quote',
    withReasons([present, fewer, [reasonOf(present, '5,000', fewer, '750')]]),
    present,
    ['statement: 5,000', 'quote: 5,000'],
  ],
  [
    'in the statement alone when the quote says it otherwise',
    withReasons([present, fewer, [reasonOf(present, '5,000', fewer, '750')]]),
    fewer,
    ['statement: 750'],
  ],
  [
    'in the quote where they were marked there',
    withReasons([
      present,
      fewer,
      [
        reasonOf(present, '5,000', fewer, '750', {
          bQuote: span('a force of seven hundred and fifty', 'seven hundred and fifty'),
        }),
      ],
    ]),
    fewer,
    ['statement: 750', 'quote: seven hundred and fifty'],
  ],
  [
    'once for two reasons that name the same words',
    withReasons(
      [present, fewer, [reasonOf(present, '5,000', fewer, '750')]],
      [present, none, [reasonOf(present, '5,000', none, '5,000')]],
    ),
    present,
    ['statement: 5,000', 'quote: 5,000'],
  ],
  [
    'found again after an edit of the statement',
    withReasons([
      present,
      fewer,
      [reasonOf(present, '5,000', fewer, '750', { a: { start: 40, end: 45, exact: '5,000' } })],
    ]),
    present,
    ['statement: 5,000', 'quote: 5,000'],
  ],
  [
    'nowhere when the words are gone',
    withReasons([
      present,
      fewer,
      [reasonOf(present, '5,000', fewer, '750', { a: { start: 0, end: 5, exact: '6,000' } })],
    ]),
    present,
    [],
  ],
])('disputed words are marked %s', (_what, dispute, claim, expected) => {
  expect(wordsOf(claim, dispute)).toEqual(expected)
})

test('what is only suggested, or holds with a claim of another point, marks nothing', () => {
  const reasons = [reasonOf(present, '5,000', fewer, '750')]
  const dispute = disputeOf(
    { Many: [present], Few: [none] },
    {
      relations: [
        relationOf(1, present, none, {
          state: 'suggested',
          reasons: [reasonOf(present, '5,000', none, '5,000')],
        }),
        relationOf(2, present, fewer, { reasons }),
      ],
    },
  )
  expect(markDispute(dispute)).toEqual({ reasons: new Map(), marks: new Map() })
})

test('the counterparts of words in a statement are those in the statements opposite, then in their quotes', () => {
  const all = markDispute(
    withReasons(
      [present, fewer, [reasonOf(present, '5,000', fewer, '750')]],
      [present, none, [reasonOf(present, 'troops are there', none, 'No troops')]],
    ),
  )
  const [count, troops] = all.marks.get(present.id)?.statement ?? []
  const [quoted] = all.marks.get(present.id)?.quote ?? []
  const [opposite] = all.marks.get(fewer.id)?.statement ?? []
  const idsOf = (mark: typeof count) => (mark ? counterpartsOf(mark, all).map(({ id }) => id) : null)
  expect(idsOf(count)).toEqual([opposite?.id])
  expect(idsOf(quoted)).toEqual([opposite?.id])
  expect(idsOf(opposite)).toEqual([count?.id, quoted?.id])
  expect(idsOf(troops)).toEqual([all.marks.get(none.id)?.statement[0]?.id])
})
