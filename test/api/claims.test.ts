import { readClaim } from '#contract/claims.ts'
import { expect, test } from 'vitest'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'

const api = useApi()

test('a claim is made of a passage, with all that is new beside it', async () => {
  const a = given(api)
  const source = await a.source({
    url: 'https://example.org/news?utm_source=x',
    published: 'January 2020',
    text: 'One.\r\nThe general said: “We are leaving.” Then he left.',
  })
  const claim = await a.claim({
    source,
    words: 'We are leaving',
    statement: 'The forces leave.',
    said: '6 January 2020',
    speaker: { name: 'A General', kind: 'person', role: 'general' },
    topics: ['Iraq', 'iraq', 'Troops'],
  })

  expect(claim.version).toBe(1)
  await expect(api.anonymous.call(readClaim, { params: { id: claim.id } })).rejects.toMatchObject({
    status: 404,
  })
})
