import { expect, test } from 'vitest'
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  REFUSALS,
  RefusalError,
  rateLimited,
  tooLarge,
  unauthenticated,
  unprocessable,
} from '#domain/refusals.ts'

test.each([
  [invalid('No.'), 'invalid', 'No.'],
  [unauthenticated(), 'unauthenticated', 'Sign in to do this.'],
  [forbidden(), 'forbidden', 'You do not have the right to do this.'],
  [forbidden('Only an editor publishes.'), 'forbidden', 'Only an editor publishes.'],
  [notFound('claim'), 'not_found', 'There is no such claim.'],
  [conflict('Changed.'), 'conflict', 'Changed.'],
  [tooLarge('Over 5 MB.'), 'too_large', 'Over 5 MB.'],
  [unprocessable('Not in the text.'), 'unprocessable', 'Not in the text.'],
  [rateLimited(), 'rate_limited', 'Too many requests. Wait a moment and try again.'],
])('%s', (error, code, message) => {
  expect(error).toBeInstanceOf(RefusalError)
  expect(error).toBeInstanceOf(Error)
  expect({ code: error.code, message: error.message, name: error.name }).toEqual({
    code,
    message,
    name: 'RefusalError',
  })
  expect(error.issues).toBeUndefined()
  expect(error.current).toBeUndefined()
})

test('every refusal has a way to be made', () => {
  const made = [
    invalid(''),
    unauthenticated(),
    forbidden(),
    notFound(''),
    conflict(''),
    tooLarge(''),
    unprocessable(''),
    rateLimited(),
  ]
  expect(made.map(error => error.code)).toEqual([...REFUSALS])
})

test('issues and the current record travel with the error', () => {
  const issues = [{ path: 'quote.exact', message: 'Empty.' }]
  expect(invalid('No.', issues).issues).toEqual(issues)
  expect(unprocessable('No.', issues).issues).toEqual(issues)
  expect(conflict('Changed.', { version: 4 }).current).toEqual({ version: 4 })
})
