import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A `console.error` in a test is a failure: a warning of React or of ours that nobody would have read. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls.map(call => call.map(String).join(' '))
  vi.restoreAllMocks()
  expect(calls, 'console.error was called').toEqual([])
})
