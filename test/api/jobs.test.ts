import { pino } from 'pino'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { readCapture, startCapture } from '#contract/capture.ts'
import { listRelations } from '#contract/relations.ts'
import { FetchProblem } from '../../server/capture/fetch/problem.ts'
import { startBoss } from '../../server/jobs/boss.ts'
import { type Jobs, leaveUndone, startJobs } from '../../server/jobs/start.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'
import { type Line, listenToLog } from '../support/log.ts'

const fetchPage = () => Promise.reject(new FetchProblem('There is no host of that name.', false))

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const running: Jobs[] = []
afterEach(async () => {
  api.deps.enqueue = leaveUndone
  for (const jobs of running.splice(0)) await jobs.stop(5_000)
})

async function work() {
  const { log, said } = listenToLog()
  const jobs = await startJobs({ ...api.deps, log }, { suggest: true, fetchPage })
  running.push(jobs)
  api.deps.enqueue = jobs.enqueue
  return { said, jobs }
}

async function countSuggested() {
  const editor = await api.as('editor')
  const { items } = await editor.call(listRelations, { query: { state: 'suggested' } })
  return items.length
}

const many = () => a.claim({ statement: 'There are 5,000 US troops in Iraq' })
const few = () => a.claim({ statement: 'There are 750 US troops in Iraq' })

test('a claim that is saved is compared, and the pair proposed', async () => {
  const { said } = await work()
  const first = await many()
  await said(line => line.msg === 'suggest' && line.claim === first.id)
  const { id } = await few()
  expect(await said(line => line.msg === 'suggest' && line.claim === id)).toMatchObject({ proposed: 1 })
  expect(await countSuggested()).toBe(1)
})

test('claims made while no jobs were done are found at the next start', async () => {
  await many()
  await few()
  const { said } = await work()
  await said(line => line.msg === 'sweep' && line.claims === 2)
  expect(await countSuggested()).toBe(1)
})

test('copies that were captured before copies were looked for are grouped at the next start', async () => {
  const text = Array.from({ length: 60 }, (_, n) => `Word${n} was said.`).join(' ')
  await a.source({ text })
  await a.source({ text })
  const { prisma } = api.deps.database
  await prisma.sketch.deleteMany()
  await prisma.source.updateMany({ data: { voiceId: null } })
  const { said } = await work()
  await said(line => line.msg === 'group')
  const voices = await prisma.source.findMany({ select: { voiceId: true } })
  expect(new Set(voices.map(({ voiceId }) => voiceId)).size).toBe(1)
  expect(voices[0]?.voiceId).not.toBeNull()
})

test('a job that nobody has done is done after a restart', async () => {
  const [first, second] = [await many(), await a.claim({ statement: 'The talks went well' })]
  for (const { id } of [first, second]) await suggestFor(api.deps.database, id)
  const { jobs } = await work()
  await jobs.stop(5_000)
  const boss = await startBoss(api.deps.database, pino({ level: 'silent' }))
  await boss.send('suggest', { claimId: first.id })
  await boss.stop({ close: false })
  const { said } = await work()
  await said(line => line.msg === 'suggest' && line.claim === first.id)
})

test('two processes on one database propose a pair once', async () => {
  const [one, other] = [await work(), await work()]
  const claims = [await many(), await few()]
  for (const { id } of claims) {
    const done = ({ msg, claim }: Line) => msg === 'suggest' && claim === id
    await Promise.race([one.said(done), other.said(done)])
  }
  expect(await countSuggested()).toBe(1)
})

test('an address that somebody gives is fetched, and what went wrong is told', async () => {
  const { said } = await work()
  const researcher = await api.as('researcher')
  const { id } = await researcher.call(startCapture, { body: { url: 'https://nowhere.example/' } })
  await said(line => line.msg === 'fetch' && line.capture === id)
  expect(await researcher.call(readCapture, { params: { id } })).toMatchObject({
    state: 'failed',
    problem: 'There is no host of that name.',
  })
})
