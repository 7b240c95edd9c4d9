import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { Adviser, Opinion } from '#contract/opinions.ts'
import { AdviserPanel } from '../../../web/features/opinions/adviser-panel.tsx'
import { lastOfEach, sayRequest, sayVerdict } from '../../../web/features/opinions/say-opinion.ts'
import { SecondOpinions } from '../../../web/features/opinions/second-opinions.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'

const PAIR = '01936b00-0000-7000-8000-000000000001'

const adviser: Adviser = {
  adviser: 'llm',
  model: 'tiny-7b',
  sentTo: 'llm.example',
  perDay: 200,
  askedToday: 12,
  waiting: 0,
  given: 11,
  unusable: 1,
  failed: 0,
  failures: [],
}

const opinion: Opinion = {
  id: '01936b00-0000-7000-8000-000000000002',
  adviser: 'llm',
  model: 'tiny-7b',
  state: 'given',
  current: true,
  verdict: { contradicts: 0.9, agrees: 0.02, neither: 0.08 },
  spans: [{ a: { start: 10, end: 15, exact: '5,000' }, b: { start: 10, end: 13, exact: '750' } }],
  explanation: 'The counts differ.',
  failure: null,
  request: '{"messages":[{"content":"Compare.\\nNow."},{"content":"{\\"a\\":1}"}],"model":"tiny-7b"}',
  answer: 'They differ',
  attempts: 2,
  tokens: 321,
  durationMs: 1_240,
  askedAt: '2026-11-25T02:00:00.000Z',
  askedBy: null,
  answeredAt: '2026-11-25T02:00:01.000Z',
}

function serve(advisers: Adviser[], items: Opinion[], withheld = false) {
  return fakeServer(({ method, url }) => {
    if (url === '/api/advisers') return { json: { advisers } }
    const waiting: Opinion = {
      ...opinion,
      state: 'waiting',
      verdict: null,
      explanation: null,
      answeredAt: null,
    }
    return method === 'POST'
      ? { status: 201, json: { items: [waiting], withheld } }
      : { json: { items, withheld } }
  })
}

const show = () => renderPage(<SecondOpinions relationId={PAIR} />)

describe('beside the reasons', () => {
  test('what a model says, how sure it is, and what was asked and answered', async () => {
    serve([adviser], [opinion])
    show()
    await screen.findByText(/holds that they contradict, 90 %: “The counts differ.”/)
    screen.getByText('a model’s voice, not a decision')
    screen.getByText('“5,000” / “750”')
    screen.getByText(/by itself, when the pair was suggested/)
    screen.getByText(/1\.2 s, sent 2 times, 321 tokens/)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('a button that asks, and says where the statements go', async () => {
    const { sent } = serve([adviser], [])
    show()
    await screen.findByText('Both statements, who said them and when go to llm.example.')
    await userEvent.click(screen.getByRole('button', { name: 'Ask for a second opinion' }))
    await screen.findByText(/is asked …/)
    expect(sent.filter(({ method }) => method === 'POST').map(({ url }) => url)).toEqual([
      `/api/relations/${PAIR}/opinions`,
    ])
  })

  test('that nothing leaves the machine, where that is so', async () => {
    serve([{ ...adviser, adviser: 'nli', sentTo: null, perDay: null }], [])
    show()
    await screen.findByText('Nothing leaves the machine.')
  })

  test.each([
    ['an earlier wording', { current: false }, /of an earlier wording/],
    ['no answer', { state: 'failed', verdict: null, failure: 'It is down.' }, /gave no answer. It is down./],
    ['no use', { state: 'unusable', verdict: null, failure: 'No JSON.' }, /cannot be used. No JSON./],
  ] as const)('%s, and asking again', async (_what, fields, words) => {
    serve([adviser], [{ ...opinion, explanation: null, ...fields }])
    show()
    await screen.findByText(words)
    screen.getByRole('button', { name: 'Ask again' })
  })

  test('that a question waits for tomorrow when the budget is used up', async () => {
    serve([{ ...adviser, askedToday: 200 }], [{ ...opinion, state: 'waiting', verdict: null }])
    show()
    await screen.findByText(/is asked tomorrow: the 200 questions of today are used up/)
  })

  test('nothing before a second reading', async () => {
    serve([adviser], [], true)
    show()
    await screen.findByText('What models say shows after your reading.')
    expect(screen.queryByRole('button')).toBeNull()
  })
})

test('where nobody is asked, nothing of it is on the screen, and the admin is told how to switch it on', async () => {
  const { sent } = serve([], [])
  renderPage(
    <>
      <SecondOpinions relationId={PAIR} />
      <AdviserPanel />
    </>,
  )
  await screen.findByText('No second opinion is switched on')
  expect(screen.queryByRole('region', { name: 'Second opinion' })).toBeNull()
  expect(sent.map(({ url }) => url)).toEqual(['/api/advisers'])
})

test('the admin sees what is used and what went wrong', async () => {
  const failures = [{ relationId: PAIR, at: '2026-11-25T02:00:00.000Z', failure: 'It is down.' }]
  serve([{ ...adviser, askedToday: 200, failed: 1, failures }], [])
  renderPage(<AdviserPanel />)
  await screen.findByText(
    /200 of 200 questions used today \(UTC\) · 11 answers · 1 unusable answer · 1 failure/,
  )
  screen.getByText(/What waits is asked tomorrow/)
  screen.getByText(/It is down/)
})

test('the newest of each adviser', () => {
  const [older, here] = [
    { ...opinion, id: 'older' },
    { ...opinion, id: 'here', adviser: 'nli' as const },
  ]
  expect(lastOfEach([opinion, here, older])).toEqual([opinion, here])
})

test.each([
  [{ contradicts: 0.1, agrees: 0.7, neither: 0.2 }, 'holds that they agree, 70 %'],
  [{ contradicts: 0.1, agrees: 0.2, neither: 0.7 }, 'holds that both can be true, 70 %'],
])('%j in words', (verdict, words) => {
  expect(sayVerdict(verdict)).toBe(words)
})

test.each([
  [opinion.request ?? '', 'Compare.\nNow.\n\n{\n  "a": 1\n}'],
  ['{"a":"Yes"}', '{\n  "a": "Yes"\n}'],
  ['no JSON', 'no JSON'],
])('%s as a person reads it', (request, words) => {
  expect(sayRequest(request)).toBe(words)
})
