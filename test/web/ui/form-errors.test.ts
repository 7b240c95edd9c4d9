import { expect, test } from 'vitest'
import { ApiError } from '../../../web/api/api-error.ts'
import { sortIssues } from '../../../web/ui/form-errors.ts'

const refused = (issues: { path: string; message: string }[]) =>
  new ApiError({ status: 400, code: 'invalid', message: 'Something is wrong with what was sent.', issues })

const fields = ['title', 'authors', 'passage']

test.each([
  ['a field of the same name', [{ path: 'title', message: 'Too long.' }], { title: 'Too long.' }, null],
  ['an element of a list', [{ path: 'authors.2', message: 'Empty.' }], { authors: 'Empty.' }, null],
  ['a renamed path', [{ path: 'quote.exact', message: 'Not there.' }], { passage: 'Not there.' }, null],
  ['a path under a renamed one', [{ path: 'quote.exact.0', message: 'No.' }], { passage: 'No.' }, null],
  ['no field', [{ path: 'snapshotId', message: 'Not an id.' }], {}, 'snapshotId: Not an id.'],
  ['the whole input', [{ path: '', message: 'Unknown key.' }], {}, 'Unknown key.'],
  [
    'the first of two at one field',
    [
      { path: 'authors.0', message: 'First.' },
      { path: 'authors.1', message: 'Second.' },
    ],
    { authors: 'First.' },
    null,
  ],
])('an issue goes to %s', (_, issues, expected, message) => {
  expect(sortIssues(refused(issues), fields, { 'quote.exact': 'passage' })).toEqual({
    fields: expected,
    message,
  })
})

test('a refusal without issues is a message for the whole form', () => {
  expect(sortIssues(refused([]), fields)).toEqual({
    fields: {},
    message: 'Something is wrong with what was sent.',
  })
})
