import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { useDraft } from '../../../web/ui/use-draft.ts'

const empty = { title: '', authors: [] as string[] }

beforeEach(() => sessionStorage.clear())

test('what was typed is there again, until the server has taken it', () => {
  const { result } = renderHook(() => useDraft('source', empty))
  expect(result.current).toMatchObject({ initial: empty, restored: false })
  act(() => result.current.keep({ title: 'A letter', authors: ['AFP'] }))
  const again = renderHook(() => useDraft('source', empty)).result
  expect(again.current).toMatchObject({ initial: { title: 'A letter', authors: ['AFP'] }, restored: true })
  act(() => again.current.clear())
  expect(renderHook(() => useDraft('source', empty)).result.current.restored).toBe(false)
})

test('of a draft in another form only what fits is taken', () => {
  sessionStorage.setItem('draft:source', JSON.stringify({ title: 'A letter', authors: 'AFP', gone: 1 }))
  const { result } = renderHook(() => useDraft('source', empty))
  expect(result.current.initial).toEqual({ title: 'A letter', authors: [] })
})

test('a broken draft is none', () => {
  sessionStorage.setItem('draft:source', '{')
  expect(renderHook(() => useDraft('source', empty)).result.current.restored).toBe(false)
})
