import { expect, test } from 'vitest'
import { Id } from '#contract/text.ts'
import { newId } from '../../../web/api/new-id.ts'

test('an id is a UUID of version 7 that the contract takes', () => {
  const id = newId()
  expect(Id.parse(id)).toBe(id)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('it starts with the time, so that ids sort as they were made', () => {
  // RFC 9562, appendix A.6.
  expect(newId(Date.parse('2022-02-22T14:22:22-05:00')).slice(0, 13)).toBe('017f22e2-79b0')
  const times = [0, 1, 2 ** 32 - 1, 2 ** 32, 1_700_000_000_000, 2 ** 48 - 1]
  const made = times.map(newId)
  expect(made.toSorted()).toEqual(made)
})
