import { expect, test } from 'vitest'
import type { SourceDraft } from '#contract/capture.ts'
import { fillIn } from '../../../web/features/sources/fill-in.ts'
import { emptySource } from '../../../web/features/sources/source-values.ts'

const FRESH = emptySource('2024-03-12')
const READ: SourceDraft = {
  text: 'The bridge closes.',
  pages: [0],
  title: 'The bridge closes',
  kind: 'report',
  outlet: 'The Paper',
  authors: ['Ada Lowe'],
  language: 'de',
  url: 'https://paper.example/bridge',
  published: '2024-03-11',
  modified: null,
}
const blank = { ...FRESH, text: '', pages: [] }

test('what was read fills the fields that nobody has filled in', () => {
  expect(fillIn(blank, FRESH, READ, false)).toEqual({
    ...READ,
    modified: '',
    accessed: '2024-03-12',
    note: '',
  })
})

test('what was typed stays, and so does a text until somebody says otherwise', () => {
  const typed = { ...blank, title: 'Mine', authors: ['Ben Okri'], text: 'My text.', language: 'fr' }
  const kept = fillIn(typed, FRESH, READ, false)
  expect(kept).toMatchObject({
    title: 'Mine',
    authors: ['Ben Okri'],
    text: 'My text.',
    pages: [],
    language: 'fr',
    outlet: 'The Paper',
  })
  expect(fillIn(kept, FRESH, READ, true)).toMatchObject({ title: 'Mine', text: READ.text, pages: [0] })
})

test('what a document does not say leaves a field as it is', () => {
  const nothing = {
    ...READ,
    title: null,
    kind: null,
    outlet: null,
    authors: [],
    language: null,
    url: null,
    published: null,
  }
  expect(fillIn(blank, FRESH, nothing, false)).toEqual({ ...blank, text: READ.text, pages: [0] })
})
