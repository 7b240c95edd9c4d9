import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Scan } from '#contract/scans.ts'
import { sayDuration } from '../../../web/features/scan/say-time-left.ts'
import { ScanPanel } from '../../../web/features/scan/scan-panel.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'

const running: Scan = {
  id: '01936b00-0000-7000-8000-000000000001',
  state: 'running',
  modelVersion: '3',
  claims: 100_000,
  claimsDone: 25_000,
  pairsCompared: 1_250_000,
  agreeing: 4,
  refreshed: 0,
  withdrawn: 0,
  proposed: 540,
  held: true,
  rate: 500,
  startedAt: '2026-11-25T02:00:00.000Z',
  startedBy: { id: 'u1', name: 'Ada' },
  endedAt: null,
  failure: null,
}
const ended: Scan = {
  ...running,
  id: '01936b00-0000-7000-8000-000000000000',
  state: 'done',
  claimsDone: 90_000,
  held: false,
  rate: null,
  endedAt: '2026-11-24T02:00:00.000Z',
}

function serverWith(scans: Scan[]) {
  return fakeServer(({ method, url }) => {
    if (method === 'GET') return { json: { items: scans, next: null } }
    const state = url.endsWith('/pause') ? 'paused' : url.endsWith('/cancel') ? 'cancelled' : 'running'
    const endedAt = state === 'cancelled' ? '2026-11-25T03:00:00.000Z' : null
    const held = state === 'running'
    scans[0] = { ...running, state, endedAt, held }
    return { status: url.endsWith('/scans') ? 201 : 200, json: scans[0] }
  })
}

test('a scan is started, and its progress shown', async () => {
  const { sent } = serverWith([])
  renderPage(<ScanPanel />)
  await userEvent.click(await screen.findByRole('button', { name: 'Scan all claims' }))
  const progress = await screen.findByRole('progressbar', { name: 'Claims compared' })
  expect(progress.getAttribute('aria-valuenow')).toBe('25')
  expect(sent.some(({ method, url }) => method === 'POST' && url === '/api/scans')).toBe(true)
  await screen.findByText('500 claims a second, about 3 minutes left')
  screen.getByText(
    /25,000 of 100,000 claims compared · 1,250,000 pairs looked at · 536 conflicts and 4 agreements proposed/,
  )
})

test('it is paused, goes on and is ended', async () => {
  const { sent } = serverWith([running])
  renderPage(<ScanPanel />)
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }))
  await screen.findByText('Paused')
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  await userEvent.click(await screen.findByRole('button', { name: 'End the scan' }))
  await screen.findByRole('button', { name: 'Scan all claims' })
  const written = sent.filter(({ method }) => method === 'POST').map(({ url }) => url.split('/').at(-1))
  expect(written).toEqual(['pause', 'resume', 'cancel'])
  const [row] = screen.getAllByRole('row').slice(1)
  within(row!).getByText('Ended before it was done')
})

test.each([
  [{ held: false }, 'Waiting for a server that does background jobs'],
  [{ rate: null, claimsDone: 0 }, 'Getting ready'],
  [{ rate: null }, 'Reading what was compared before'],
])('%o: %s', async (state, words) => {
  serverWith([{ ...running, ...state }, ended])
  renderPage(<ScanPanel />)
  await screen.findByText(words)
  screen.getByRole('heading', { name: 'Earlier scans' })
})

test('whoever starts a second one is told so, and sees the one that runs', async () => {
  let scans: Scan[] = []
  fakeServer(({ method }) => {
    if (method === 'GET') return { json: { items: scans, next: null } }
    scans = [running]
    return {
      status: 409,
      json: { error: 'conflict', message: 'A scan is under way already.', current: running },
    }
  })
  renderPage(<ScanPanel />)
  await userEvent.click(await screen.findByRole('button', { name: 'Scan all claims' }))
  await screen.findByRole('progressbar', { name: 'Claims compared' })
})

test.each([
  [3, 'a few seconds'],
  [42, 'about 40 seconds'],
  [60, 'about 1 minute'],
  [150, 'about 3 minutes'],
  [3_600, 'about 1 hour'],
  [9_000, 'about 3 hours'],
])('%i seconds are %s', (seconds, words) => {
  expect(sayDuration(seconds)).toBe(words)
})
