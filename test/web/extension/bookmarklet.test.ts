import { expect, test } from 'vitest'
import { readHandedOver } from '../../../web/features/bookmarklet/bookmarklet.ts'

const given = (fields: Record<string, string>) => `#${new URLSearchParams(fields)}`
const TEXT = 'No decision. No decision was made.'

test('the words are found in the text by what stands around them', () => {
  const fields = { words: 'No decision', text: TEXT, before: 'No decision. ', after: ' was made.' }
  expect(readHandedOver(given(fields)).readings?.passage).toMatchObject({ start: 13, end: 24 })
})

test('what a page says of itself is taken where it has the form for it', () => {
  const facts = { url: 'https://paper.example/letter', title: ' A letter ', outlet: 'Paper' }
  const good = { ...facts, language: 'en-GB', published: '2020-01-06' }
  expect(readHandedOver(given(good)).facts).toMatchObject({ ...good, title: 'A letter' })
  const bad = { ...facts, language: 'English, mostly', published: '6 Jan' }
  expect(readHandedOver(given(bad)).facts).toMatchObject({ language: '', published: '' })
})

test.each([
  ['nothing', ''],
  ['words of another text', given({ words: 'Gone', text: TEXT })],
  ['what is no form', '#%%%&&&==='],
])('of %s handed over, no place is known', (_what, fragment) => {
  expect(readHandedOver(fragment).readings).toBeNull()
})
