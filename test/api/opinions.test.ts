import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { updateClaim } from '#contract/claims.ts'
import { listEvents } from '#contract/events.ts'
import { askOpinions, listAdvisers, listOpinions } from '#contract/opinions.ts'
import { createRelation, decide } from '#contract/relations.ts'
import { updateSettings } from '#contract/settings.ts'
import { FetchProblem } from '../../server/capture/fetch/problem.ts'
import { type Jobs, leaveUndone, startJobs } from '../../server/jobs/start.ts'
import type { Adviser } from '../../server/opinions/adviser.ts'
import { createEndpointAdviser } from '../../server/opinions/endpoint.ts'
import { spend } from '../../server/opinions/spending-store.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'
import { completion, type Llm, type Scripted, serveLlm, verdict } from '../support/llm-double.ts'
import { type Line, listenToLog } from '../support/log.ts'

const fetchPage = () => Promise.reject(new FetchProblem('There is no host of that name.', false))

/** Those that are switched on; each test says which. */
const advisers: Adviser[] = []
const api = useApi({ advisers })
const a = given(api)
beforeAll(loadDetector)

const open: Llm[] = []
const running: Jobs[] = []
beforeEach(() => {
  advisers.splice(0)
})
afterEach(async () => {
  api.deps.enqueue = leaveUndone
  for (const jobs of running.splice(0)) await jobs.stop(5_000)
  for (const llm of open.splice(0)) await llm.close()
})

const PER_DAY = 50

/** Switches an endpoint on that answers so. */
async function switchOn(...script: Scripted[]) {
  const llm = await serveLlm(...script)
  open.push(llm)
  advisers.push(adviserAt(llm))
  return llm
}

const adviserAt = ({ url }: Llm, perDay = PER_DAY) =>
  createEndpointAdviser({ url, model: 'tiny-7b', key: 'sk-secret', perDay, timeoutMs: 20_000, retryMs: 1 })

/** A process that does background jobs; the first one is also the one that answers requests. */
async function work(suggest = false, asked: readonly Adviser[] = advisers) {
  const { log, said } = listenToLog()
  const jobs = await startJobs({ ...api.deps, log }, { suggest, fetchPage, advisers: asked })
  running.push(jobs)
  if (running.length === 1) api.deps.enqueue = jobs.enqueue
  return { said, jobs }
}

const answered =
  (id: string, state = 'given') =>
  (line: Line) =>
    line.msg === 'opinion' && line.relation === id && line.state === state

/** Two claims at odds, proposed by a researcher; the one that says 5,000 is `a` of the relation. */
async function pair() {
  const first = await a.claim({ statement: 'There are 5,000 US troops in Iraq', said: '2020-01-06' })
  const second = await a.claim({ statement: 'There are 750 US troops in Iraq' })
  const researcher = await api.as('researcher')
  const relation = await researcher.call(createRelation, {
    body: { leftId: first.id, rightId: second.id, kind: 'contradicts', note: 'Two counts.' },
  })
  return { first, second, relation, id: relation.id }
}

const failed = (line: Line) => line.msg === 'opinion' && line.state === 'failed'

const ask = async (id: string) => (await api.as('editor')).call(askOpinions, { params: { id } })
const read = async (id: string) => (await api.as('editor')).call(listOpinions, { params: { id } })
const status = async () => {
  const { advisers: listed } = await (await api.as('editor')).call(listAdvisers, {})
  return listed
}

describe('without any', () => {
  test('nothing is listed, and asking says what to set', async () => {
    const { id } = await pair()
    expect(await status()).toEqual([])
    await expect(ask(id)).rejects.toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('LLM_URL') },
    })
    expect(await read(id)).toEqual({ items: [], withheld: false })
  })

  test('a suggested pair asks nobody', async () => {
    const { said } = await work(true)
    await a.claim({ statement: 'There are 5,000 US troops in Iraq' })
    const { id } = await a.claim({ statement: 'There are 750 US troops in Iraq' })
    await said(line => line.msg === 'suggest' && line.claim === id)
    expect(await api.deps.database.prisma.opinion.count()).toBe(0)
  })
})

describe('an editor asks', () => {
  test('and what was asked and answered stands on the pair', async () => {
    const llm = await switchOn(completion(verdict()))
    const { said } = await work()
    const { id, relation } = await pair()
    expect((await ask(id)).items).toMatchObject([
      { adviser: 'llm', model: 'tiny-7b', state: expect.stringMatching(/waiting|given/) },
    ])
    await said(answered(id))
    const { items } = await read(id)
    const sides = relation.a.statement.includes('5,000') ? ['5,000', '750'] : ['750', '5,000']
    expect(items).toMatchObject([
      {
        state: 'given',
        current: true,
        verdict: { contradicts: 0.9, agrees: 0.02, neither: 0.08 },
        explanation: 'The two counts of the same troops differ.',
        failure: null,
        request: llm.received[0]?.body,
        answer: JSON.stringify(verdict()),
        attempts: 1,
        tokens: 321,
        askedBy: { name: expect.any(String) },
      },
    ])
    expect(items[0]?.spans[0]?.a.exact).toBe(sides[0])
    expect(await status()).toMatchObject([
      { sentTo: new URL(llm.url).host, perDay: PER_DAY, askedToday: 1, waiting: 0, given: 1, failures: [] },
    ])
  })

  test('and the log says so, without what was answered', async () => {
    await switchOn(completion(verdict()))
    const { said } = await work()
    const { id } = await pair()
    await ask(id)
    await said(answered(id))
    const { items } = await (await api.as('editor')).call(listEvents, { query: { subject: 'relation', id } })
    expect(items).toMatchObject([
      { action: 'relation.opinion_given', actor: null, to: { adviser: 'llm', state: 'given' } },
      { action: 'relation.opinion_asked', actor: { name: expect.any(String) }, to: { advisers: ['llm'] } },
      { action: 'relation.proposed' },
    ])
    expect(JSON.stringify(items)).not.toMatch(/0\.9|differ|sk-secret/)
  })

  test('twice, and it is asked once; again only when the wording has changed or nothing usable came', async () => {
    const llm = await switchOn({ body: 'no' }, completion(verdict()))
    const { id, first } = await pair()
    await ask(id)
    expect((await ask(id)).items).toHaveLength(1)
    const { said } = await work()
    await said(answered(id, 'unusable'))
    await ask(id)
    await said(answered(id))
    expect((await ask(id)).items).toMatchObject([{ state: 'given' }, { state: 'unusable' }])
    expect(llm.received).toHaveLength(2)
    const researcher = await api.as('researcher')
    await researcher.call(updateClaim, {
      params: { id: first.id },
      body: { version: first.version, statement: 'There are about 5,000 US troops in Iraq' },
    })
    expect((await read(id)).items[0]).toMatchObject({ state: 'given', current: false })
    await ask(id)
    await llm.asked(3)
    expect(llm.received[2]?.body).toContain('about 5,000')
  })

  test('and is told why when no answer comes', async () => {
    await switchOn({ status: 401, body: '' })
    const { said } = await work()
    const { id } = await pair()
    await ask(id)
    await said(answered(id, 'failed'))
    expect((await read(id)).items).toMatchObject([
      { state: 'failed', verdict: null, failure: 'The endpoint refused the key (401).' },
    ])
    expect(await status()).toMatchObject([{ failed: 1, failures: [{ relationId: id }] }])
  })

  test('nothing is decided by it', async () => {
    await switchOn(completion(verdict({ contradicts: 1, agrees: 0, neither: 0 })))
    const { said } = await work()
    const { id, relation } = await pair()
    await ask(id)
    await said(answered(id))
    const row = await api.deps.database.prisma.relation.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ state: 'suggested', version: relation.version, score: null })
  })
})

async function suggested() {
  await a.claim({ statement: 'There are 5,000 US troops in Iraq' })
  await a.claim({ statement: 'There are 750 US troops in Iraq' })
}

describe('by itself', () => {
  test('a pair is asked about when it is suggested, once', async () => {
    const llm = await switchOn(completion(verdict()))
    const { said, jobs } = await work(true)
    await suggested()
    const line = await said(({ msg }) => msg === 'opinion')
    const [opinion] = (await read(String(line.relation))).items
    expect(opinion).toMatchObject({ adviser: 'llm', askedBy: null })
    await jobs.enqueue({ queue: 'advise' })
    await jobs.stop(5_000)
    expect(llm.received).toHaveLength(1)
  })

  test('with SUGGEST=off only what a person asks is asked', async () => {
    const llm = await switchOn(completion(verdict()))
    const [one, other] = [await pair(), await pair()]
    const { said } = await work()
    await ask(other.id)
    await said(answered(other.id))
    expect((await read(one.id)).items).toEqual([])
    expect(llm.received).toHaveLength(1)
  })

  test('after three failures in a row it rests, and persons may still ask', async () => {
    const llm = await switchOn({ status: 401, body: '' })
    const pairs = [await pair(), await pair(), await pair(), await pair(), await pair()]
    const { said, jobs } = await work(true)
    let refused = 0
    await said(line => line.msg === 'opinion' && ++refused === 3)
    await jobs.enqueue({ queue: 'advise' })
    const left = await Promise.all(
      pairs.map(async ({ id }) => ((await read(id)).items.length === 0 ? id : null)),
    )
    const unasked = left.filter(id => id !== null)
    expect(unasked).toHaveLength(2)
    llm.answer(completion(verdict()))
    await ask(unasked[0]!)
    await said(answered(unasked[0]!))
    // One answer, and it is asked by itself again.
    await said(answered(unasked[1]!))
  })
})

describe('the budget of a day', () => {
  test('is never exceeded, however many ask at once', async () => {
    const { prisma } = api.deps.database
    const taken = await Promise.all(Array.from({ length: 40 }, () => spend(prisma, 'llm', 7)))
    expect(taken.filter(Boolean)).toHaveLength(7)
    expect(await spend(prisma, 'llm', 7)).toBe(false)
    expect(await spend(prisma, 'nli', null)).toBe(true)
  })

  test('is one for all processes, retries included', async () => {
    const llm = await switchOn({ status: 500, body: '' })
    advisers.splice(0, 1, adviserAt(llm, 3))
    await pair()
    await pair()
    await pair()
    const [one, other] = [await work(true), await work(true, [adviserAt(llm, 3)])]
    await llm.asked(3)
    await Promise.race([one.said(failed), other.said(failed)])
    for (const jobs of running.splice(0)) await jobs.stop(5_000)
    expect(llm.received).toHaveLength(3)
    expect(await status()).toMatchObject([{ perDay: 3, askedToday: 3 }])
  })

  test('when it is used up, a question waits and is asked on another day', async () => {
    const llm = await switchOn(completion(verdict()))
    advisers.splice(0, 1, adviserAt(llm, 1))
    const { said } = await work()
    const [one, other] = [await pair(), await pair()]
    await ask(one.id)
    await said(answered(one.id))
    expect((await ask(other.id)).items).toMatchObject([{ state: 'waiting' }])
    expect(await status()).toMatchObject([{ perDay: 1, askedToday: 1, waiting: 1 }])
    await api.deps.database.prisma.opinionSpending.updateMany({ data: { day: new Date('2020-01-06') } })
    await api.deps.enqueue({ queue: 'advise' })
    await said(answered(other.id))
    expect(llm.received).toHaveLength(2)
  })
})

test('two processes ask about each pair once', async () => {
  const llm = await switchOn(completion(verdict()))
  const pairs = [await pair(), await pair(), await pair()]
  const processes = [await work(true), await work(true, [adviserAt(llm)])]
  for (const { id } of pairs) await Promise.race(processes.map(({ said }) => said(answered(id))))
  for (const jobs of running.splice(0)) await jobs.stop(5_000)
  // The detector may have suggested further pairs of the same claims meanwhile.
  const asked = await api.deps.database.prisma.opinion.groupBy({ by: ['relationId'], _count: { id: true } })
  expect(asked.every(({ _count }) => _count.id === 1)).toBe(true)
  expect(asked.map(({ relationId }) => relationId)).toEqual(expect.arrayContaining(pairs.map(({ id }) => id)))
})

test('a question that is being asked when the process stops is asked at the next start', async () => {
  const llm = await switchOn({ silent: true })
  const { id } = await pair()
  const { jobs } = await work()
  await ask(id)
  await llm.asked(1)
  await jobs.stop(5_000)
  expect((await read(id)).items).toMatchObject([{ state: 'waiting' }])
  llm.answer(completion(verdict()))
  const { said } = await work()
  await said(answered(id))
  expect((await read(id)).items).toMatchObject([{ state: 'given' }])
})

describe('whoever reads second', () => {
  test('is not told before, what models say included', async () => {
    await switchOn(completion(verdict()))
    const { said } = await work()
    const { id, relation } = await pair()
    await ask(id)
    await said(answered(id))
    const admin = await api.as('admin')
    await admin.call(updateSettings, { body: { version: 1, secondReader: true } })
    const [first, second] = [await api.as('editor'), await api.as('editor', 'two')]
    const verdictOf = { version: relation.version, kind: 'contradicts' as const, note: 'Two counts.' }
    await first.call(decide, { params: { id }, body: verdictOf })
    expect(await second.call(listOpinions, { params: { id } })).toEqual({ items: [], withheld: true })
    expect(await second.call(askOpinions, { params: { id } })).toEqual({ items: [], withheld: true })
    expect(await first.call(listOpinions, { params: { id } })).toMatchObject({
      items: [{ state: 'given' }],
      withheld: false,
    })
    await second.call(decide, { params: { id }, body: { ...verdictOf, version: 2 } })
    expect(await second.call(listOpinions, { params: { id } })).toMatchObject({
      items: [{ state: 'given' }],
      withheld: false,
    })
  })
})
