import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '#contract/claims.ts'
import { listEvents } from '#contract/events.ts'
import { decide, listRelations, type RelationItem } from '#contract/relations.ts'
import { cancelScan, listScans, pauseScan, resumeScan, Scan, startScan } from '#contract/scans.ts'
import { leaveUndone } from '../../server/jobs/start.ts'
import { type Scanner, startScanner } from '../../server/scan/run.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'
import { listenToLog } from '../support/log.ts'
import { refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const scanners: Scanner[] = []
afterEach(async () => {
  api.deps.enqueue = leaveUndone
  for (const scanner of scanners.splice(0)) await scanner.stop()
})

/** A process that works on scans. */
function work() {
  const { log, said } = listenToLog()
  const scanner = startScanner(api.deps.database, log)
  scanners.push(scanner)
  api.deps.enqueue = async () => scanner.wake()
  return { scanner, ended: () => said(line => line.msg === 'scan' && line['ended'] === true), said }
}

const claim = (statement: string) => a.claim({ statement })

async function conflicts(count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    await claim(`There are ${number * 100 + 150} US troops in Iraq`)
  }
}

async function start(): Promise<Scan> {
  return (await api.as('admin')).call(startScan)
}

async function standing(): Promise<RelationItem[]> {
  const { items } = await (await api.as('editor')).call(listRelations, { query: { limit: '100' } })
  return items
}

async function latest(): Promise<Scan> {
  const { items } = await (await api.as('admin')).call(listScans)
  if (!items[0]) throw new Error('there is no scan')
  return items[0]
}

async function scanAll(): Promise<Scan> {
  const { ended, scanner } = work()
  await start()
  await ended()
  await scanner.stop()
  return latest()
}

describe('a scan', () => {
  test('proposes every pair that is at odds, once', async () => {
    await conflicts(4)
    await claim('The minister opened a school in Leeds')
    const scan = await scanAll()
    expect(scan).toMatchObject({ state: 'done', claims: 5, claimsDone: 5, proposed: 6, held: false })
    expect(scan.pairsCompared).toBeGreaterThanOrEqual(6)
    const pairs = (await standing()).map(({ a, b }) => `${a.id} ${b.id}`)
    expect(new Set(pairs).size).toBe(6)
    expect(await scanAll()).toMatchObject({ state: 'done', claimsDone: 5, proposed: 0 })
    expect(await standing()).toHaveLength(6)
  })

  test('proposes the same of a pair as saving its claim does', async () => {
    const [, second] = [
      await claim('There are 5,000 US troops in Iraq'),
      await claim('There are 750 US troops in Iraq'),
    ]
    await scanAll()
    const [scanned] = await standing()
    await api.deps.database.prisma.relation.deleteMany({})
    await suggestFor(api.deps.database, second.id)
    const [saved] = await standing()
    const { id, createdAt, ...rest } = saved ?? { id: '', createdAt: '' }
    expect(scanned).toMatchObject(rest)
    expect(scanned?.id).not.toBe(id)
    expect(createdAt).not.toBe('')
  })

  test('leaves claims as compared, with their analyses kept', async () => {
    await conflicts(3)
    await scanAll()
    const rows = await api.deps.database.prisma.claimAnalysis.findMany({})
    expect(rows).toHaveLength(3)
    expect(rows.every(row => row.comparedBy !== null)).toBe(true)
  })

  test('says in the audit log what it did, and who asked for it', async () => {
    await conflicts(2)
    const { id } = await scanAll()
    const admin = await api.as('admin')
    const { items } = await admin.call(listEvents, { query: { subject: 'scan', id } })
    expect(items.map(({ action, actor }) => [action, actor?.name ?? null])).toEqual([
      ['scan.finished', null],
      ['scan.started', 'admin'],
    ])
    expect(items[0]?.to).toMatchObject({ claims: 2, proposed: 1 })
    const { items: proposed } = await admin.call(listEvents, { query: { action: 'relation.proposed' } })
    expect(proposed).toMatchObject([{ actor: null, to: { origin: 'detector', state: 'suggested' } }])
  })
})

async function dismissed() {
  const claims = [
    await claim('There are 5,000 US troops in Iraq'),
    await claim('There are 750 US troops in Iraq'),
  ]
  await scanAll()
  const [relation] = await standing()
  const editor = await api.as('editor')
  await editor.call(decide, {
    params: { id: relation?.id ?? '' },
    body: { version: relation?.version ?? 0, kind: 'unrelated', note: 'Two counts.' },
  })
  return claims
}

describe('a pair that was dismissed', () => {
  test('stays away after a rescan', async () => {
    await dismissed()
    expect(await scanAll()).toMatchObject({ state: 'done', proposed: 0 })
    expect(await standing()).toMatchObject([{ state: 'dismissed' }])
  })

  test('comes back once a text has changed', async () => {
    const [, second] = await dismissed()
    await (await api.as('researcher')).call(updateClaim, {
      params: { id: second?.id ?? '' },
      body: { version: 1, statement: 'There are 760 US troops in Iraq' },
    })
    expect(await scanAll()).toMatchObject({ state: 'done', proposed: 1 })
    expect(await standing()).toMatchObject([{ state: 'suggested' }])
  })
})

describe('one scan at a time', () => {
  test('a second one is refused, with the one that runs', async () => {
    await conflicts(1)
    const running = await start()
    const refused = await refusalOf(start())
    expect(refused.status).toBe(409)
    expect(Scan.parse(refused.body.current).id).toBe(running.id)
  })

  test('of two processes one works on it, and each pair is proposed once', async () => {
    await conflicts(12)
    const processes = [work(), work()]
    await start()
    for (const { scanner } of processes) scanner.wake()
    await Promise.race(processes.map(({ ended }) => ended()))
    expect(await latest()).toMatchObject({ state: 'done', claimsDone: 12, proposed: 66 })
    expect(await standing()).toHaveLength(66)
  })

  test('there is nothing to scan without claims', async () => {
    expect((await refusalOf(start())).status).toBe(422)
  })
})

describe('pause, resume, cancel', () => {
  test.each([
    ['pause', pauseScan, 'paused', 'scan.paused'],
    ['cancel', cancelScan, 'cancelled', 'scan.cancelled'],
  ] as const)('%s', async (_name, endpoint, state, action) => {
    await conflicts(1)
    const { id } = await start()
    const admin = await api.as('admin')
    const scan = await admin.call(endpoint, { params: { id } })
    expect(scan).toMatchObject({
      state,
      held: false,
      endedAt: state === 'cancelled' ? expect.any(String) : null,
    })
    const { items } = await admin.call(listEvents, { query: { subject: 'scan', id } })
    expect(items[0]).toMatchObject({ action, actor: { name: 'admin' } })
    const refused = await refusalOf(admin.call(endpoint, { params: { id } }))
    expect([refused.status, Scan.parse(refused.body.current).state]).toEqual([409, state])
  })

  test('a paused scan rests until it is resumed, and then goes on where it was', async () => {
    await conflicts(3)
    const { id } = await start()
    const admin = await api.as('admin')
    await admin.call(pauseScan, { params: { id } })
    const { scanner, ended } = work()
    await scanner.stop()
    expect(await latest()).toMatchObject({ state: 'paused', claimsDone: 0 })
    const next = work()
    await admin.call(resumeScan, { params: { id } })
    await next.ended()
    expect(await latest()).toMatchObject({ id, state: 'done', claimsDone: 3, proposed: 3 })
    expect(ended).toBeDefined()
    expect((await refusalOf(admin.call(resumeScan, { params: { id } }))).status).toBe(409)
  })

  test('what was compared before is not compared again, and the rest is compared with it', async () => {
    await conflicts(4)
    const { id } = await start()
    const { prisma } = api.deps.database
    const [, second] = await prisma.claim.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
    const { modelVersion } = await loadDetector()
    const cursor = second?.id ?? null
    await prisma.scan.update({ where: { id }, data: { cursor, claimsDone: 2, modelVersion } })
    await work().ended()
    // All but the pair of the first two.
    expect(await latest()).toMatchObject({ state: 'done', claimsDone: 4, proposed: 5 })
  })

  test('a scan begun with another model begins anew', async () => {
    await conflicts(3)
    const { id } = await start()
    const { prisma } = api.deps.database
    const [first] = await prisma.claim.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
    const cursor = first?.id ?? null
    await prisma.scan.update({ where: { id }, data: { cursor, claimsDone: 1, modelVersion: 'older' } })
    await work().ended()
    expect(await latest()).toMatchObject({ state: 'done', claimsDone: 3, proposed: 3 })
  })

  test('a scan whose process died is taken over once it is not held any more', async () => {
    await conflicts(2)
    const { id } = await start()
    const { prisma } = api.deps.database
    const hold = (heldUntil: Date) =>
      prisma.scan.update({ where: { id }, data: { runner: 'another', heldUntil } })
    await hold(new Date(Date.now() + 60_000))
    const early = work()
    await early.scanner.stop()
    expect(await latest()).toMatchObject({ state: 'running', claimsDone: 0, held: true })
    await hold(new Date(Date.now() - 1_000))
    await work().ended()
    expect(await latest()).toMatchObject({ state: 'done', claimsDone: 2, proposed: 1 })
  })

  test('a process that stops lets the scan go', async () => {
    await conflicts(2)
    await start()
    const { scanner, said } = work()
    await said(line => line.msg === 'scan taken')
    await scanner.stop()
    const scan = await latest()
    expect(scan.held).toBe(false)
    await work().ended()
    expect(await standing()).toHaveLength(1)
  })
})
