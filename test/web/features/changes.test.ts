import { expect, test } from 'vitest'
import { changesOf } from '../../../web/features/events/changes.ts'

test.each([
  ['a changed field', { role: 'reader' }, { role: 'editor' }, [['role', 'reader', 'editor']]],
  ['a new record', null, { name: 'Ada' }, [['name', null, 'Ada']]],
  ['a switch', { disabled: false }, { disabled: true }, [['disabled', 'no', 'yes']]],
  ['what stayed as it was', { a: 1, b: 1 }, { a: 1, b: 2 }, [['b', '1', '2']]],
  ['a name in two words', { howPut: 'denied' }, { howPut: 'asserted' }, [['how put', 'denied', 'asserted']]],
  ['a list', { topics: [] }, { topics: ['Iraq', 'Army'] }, [['topics', null, 'Iraq, Army']]],
  [
    'a nested record',
    null,
    { quote: { start: 0, exact: 'words' } },
    [['quote', null, 'start: 0; exact: words']],
  ],
])('%s is told field by field', (_, from, to, expected) => {
  expect(changesOf(from, to).map(({ field, from, to }) => [field, from, to])).toEqual(expected)
})
