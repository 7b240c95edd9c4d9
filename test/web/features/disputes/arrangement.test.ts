import { expect, test } from 'vitest'
import {
  differingFields,
  type EditedDispute,
  editedDispute,
  movePosition,
  placeClaim,
  placedClaim,
  positionsInput,
  rebased,
  takeOffClaim,
  withTheirs,
} from '../../../../web/features/disputes/arrangement.ts'
import { placeIssues } from '../../../../web/features/disputes/arrangement-issues.ts'
import { relatedClaims } from '../../../../web/features/disputes/related-claims.ts'
import { claimOf, disputeOf, idOf } from '../../../support/dispute-page.ts'

const [one, two, three] = [claimOf(1), claimOf(2), claimOf(3)]
const stored = editedDispute(disputeOf({ Yes: [one, two], No: [three], Perhaps: [] }))
const [yes, no, perhaps] = stored.positions.map(({ key }) => key)

/** `Yes 1,2 | No 3` */
const inShort = ({ positions }: Pick<EditedDispute, 'positions'>) =>
  positions
    .map(({ label, claims }) => `${label} ${claims.map(({ id }) => Number(id.slice(-4))).join(',')}`)
    .join(' | ')

test.each<[what: string, (positions: EditedDispute['positions']) => EditedDispute['positions'], string]>([
  ['a side goes down', last => movePosition(last, yes ?? '', 1), 'No 3 | Yes 1,2 | Perhaps '],
  ['a side goes up', last => movePosition(last, perhaps ?? '', -1), 'Yes 1,2 | Perhaps  | No 3'],
  ['the first side cannot go up', last => movePosition(last, yes ?? '', -1), 'Yes 1,2 | No 3 | Perhaps '],
  ['the last side cannot go down', last => movePosition(last, perhaps ?? '', 1), 'Yes 1,2 | No 3 | Perhaps '],
  ['a side that is gone does not go', last => movePosition(last, 'gone', 1), 'Yes 1,2 | No 3 | Perhaps '],
  ['a claim moves', last => placeClaim(last, placedClaim(one), no ?? ''), 'Yes 2 | No 3,1 | Perhaps '],
  [
    'a new claim is put',
    last => placeClaim(last, placedClaim(claimOf(4)), no ?? ''),
    'Yes 1,2 | No 3,4 | Perhaps ',
  ],
  ['a claim is taken off', last => takeOffClaim(last, three.id), 'Yes 1,2 | No  | Perhaps '],
])('%s', (_what, change, expected) => {
  expect(inShort({ positions: change(stored.positions) })).toBe(expected)
})

test('the server is sent a side’s id when it has one, and its claims', () => {
  const positions = [...stored.positions.slice(1, 2), { key: 'k', id: null, label: 'New', claims: [] }]
  expect(positionsInput(positions)).toEqual([
    { id: no, label: 'No', claimIds: [three.id] },
    { label: 'New', claimIds: [] },
  ])
})

test('two differ where they say something else, not by blanks or by the order of claims within a side', () => {
  const turned = stored.positions.map(position => ({
    ...position,
    label: `${position.label} `,
    claims: position.claims.toReversed(),
  }))
  expect(differingFields(stored, { ...stored, positions: turned, summary: '  ' })).toEqual([])
  expect(
    differingFields(stored, {
      ...stored,
      question: 'Other?',
      positions: takeOffClaim(stored.positions, one.id),
    }),
  ).toEqual(['question', 'positions'])
})

test('mine on top of theirs keeps what was typed, and makes a side anew that they removed', () => {
  const theirs = { ...stored, version: 4, question: 'Theirs?', positions: stored.positions.slice(0, 1) }
  const mine = rebased({ ...stored, question: 'Mine?' }, theirs)
  expect(mine.version).toBe(4)
  expect(mine.question).toBe('Mine?')
  expect(positionsInput(mine.positions).map(({ id, label }) => [id, label])).toEqual([
    [yes, 'Yes'],
    [undefined, 'No'],
    [undefined, 'Perhaps'],
  ])
})

test('one field of theirs is taken, the others stay', () => {
  const theirs = { ...stored, question: 'Theirs?', summary: 'Theirs.' }
  expect(withTheirs({ ...stored, question: 'Mine?', summary: 'Mine.' }, theirs, 'question')).toMatchObject({
    question: 'Theirs?',
    summary: 'Mine.',
  })
})

test('issues go to the things they are about, and stay with them', () => {
  expect(
    placeIssues(
      [
        { path: 'question', message: 'Write something here.' },
        { path: 'slug', message: 'Taken.' },
        { path: 'positions', message: 'Two sides at least.' },
        { path: 'positions.0.label', message: 'Too long.' },
        { path: 'positions.1.claimIds', message: 'No claim yet.' },
        { path: 'positions.0.claimIds.1', message: 'There is no such claim.' },
        { path: 'positions.7.claimIds.0', message: 'Where?' },
        { path: 'version', message: 'Send the version you saw.' },
      ],
      stored.positions,
    ),
  ).toEqual({
    fields: { question: 'Write something here.', slug: 'Taken.', positions: 'Two sides at least.' },
    labels: { [yes ?? '']: 'Too long.' },
    positions: { [no ?? '']: 'No claim yet.' },
    claims: { [two.id]: 'There is no such claim.' },
    rest: ['Send the version you saw.'],
  })
})

const item = (number: number) => ({
  ...claimOf(number),
  quote: { snapshotId: idOf(1), exact: 'x', start: 0, end: 1 },
  source: {
    id: idOf(1),
    title: 'S',
    kind: 'article' as const,
    outlet: null,
    url: null,
    published: null,
    modified: null,
  },
  appearances: 1,
  disputed: false,
})
const relation = (a: number, b: number, state: 'confirmed' | 'suggested' = 'confirmed') => ({
  id: idOf(a * 10 + b),
  version: 1,
  kind: 'contradicts' as const,
  state,
  supersederId: null,
  origin: 'person' as const,
  note: null,
  score: null,
  modelVersion: null,
  reasons: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  proposedBy: null,
  a: item(a),
  b: item(b),
})

test('claims related to those on the sides are offered once, with what holds', () => {
  const found = relatedClaims(
    [relation(1, 3), relation(1, 5), relation(6, 3, 'suggested'), relation(5, 2)],
    stored.positions,
  )
  expect(found.map(({ claim, note }) => [claim.statement, note])).toEqual([
    ['Statement 5', 'Contradicts: “Statement 1” on side A'],
    ['Statement 6', 'Contradicts, suggested: “Statement 3” on side B'],
  ])
})
