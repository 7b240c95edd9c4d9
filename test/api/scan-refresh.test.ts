import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createComment } from '#contract/comments.ts'
import { assignRelation, decide, listRelations, undoDecision } from '#contract/relations.ts'
import { listScans, startScan } from '#contract/scans.ts'
import { leaveUndone } from '../../server/jobs/start.ts'
import { type Scanner, startScanner } from '../../server/scan/run.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given } from '../support/given.ts'
import { listenToLog } from '../support/log.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const scanners: Scanner[] = []
afterEach(async () => {
  api.deps.enqueue = leaveUndone
  for (const scanner of scanners.splice(0)) await scanner.stop()
})

async function scanAll() {
  const { log, said } = listenToLog()
  const scanner = startScanner(api.deps.database, log)
  scanners.push(scanner)
  api.deps.enqueue = async () => scanner.wake()
  const admin = await api.as('admin')
  await admin.call(startScan)
  await said(line => line.msg === 'scan' && line['ended'] === true)
  await scanner.stop()
  return (await admin.call(listScans)).items[0]
}

async function standing() {
  return (await (await api.as('editor')).call(listRelations, { query: { limit: '100' } })).items
}

const MANY = 'There are 5,000 US troops in Iraq'
const FEW = 'There are 750 US troops in Iraq'

/** A pair as an earlier model left it. */
async function older(one: string, other: string) {
  const claims = [await a.claim({ statement: one }), await a.claim({ statement: other })]
  const [aId = '', bId = ''] = claims.map(({ id }) => id).toSorted()
  const { id } = await api.deps.database.prisma.relation.create({
    data: {
      aId,
      bId,
      aRevision: 1,
      bRevision: 1,
      kind: 'contradicts',
      proposedKind: 'contradicts',
      origin: 'detector',
      score: 0.51,
      modelVersion: '0',
    },
    select: { id: true },
  })
  return id
}

describe('a scan finds a suggestion of an earlier model', () => {
  test('and brings it up to date: score, reasons, model and version, with an event', async () => {
    const id = await older(MANY, FEW)
    expect(await scanAll()).toMatchObject({ proposed: 0, refreshed: 1, withdrawn: 0 })
    const { modelVersion } = await loadDetector()
    const [relation] = await standing()
    expect(relation).toMatchObject({ id, version: 2, kind: 'contradicts', state: 'suggested', modelVersion })
    expect(relation?.score).toBeGreaterThan(0.51)
    expect(relation?.reasons[0]?.type).toBe('quantity')
    expect((await eventsOf(api, id)).at(-1)).toMatchObject({
      action: 'relation.refreshed',
      from: { score: 0.51, modelVersion: '0', version: 1 },
      to: { modelVersion, version: 2 },
    })
    expect(await scanAll()).toMatchObject({ proposed: 0, refreshed: 0, withdrawn: 0 })
  })

  test('and takes it back when there is nothing to be asked any more', async () => {
    const id = await older('The minister opened a school in Leeds', 'There is rain in Lisbon')
    expect(await scanAll()).toMatchObject({ proposed: 0, refreshed: 0, withdrawn: 1 })
    expect(await standing()).toEqual([])
    expect((await eventsOf(api, id)).at(-1)).toMatchObject({ action: 'relation.withdrawn' })
  })

  test('and makes an agreement of it when the two say the same', async () => {
    const id = await older(MANY, `${MANY}.`)
    expect(await scanAll()).toMatchObject({ proposed: 0, refreshed: 1 })
    expect(await standing()).toMatchObject([{ id, kind: 'agrees', reasons: [] }])
  })

  test.each([
    [
      'decided',
      async (id: string) => {
        const editor = await api.as('editor')
        const decided = await editor.call(decide, {
          params: { id },
          body: { version: 1, kind: 'different_time', note: 'Two years.' },
        })
        await editor.call(undoDecision, { params: { id }, body: { version: decided.version } })
      },
    ],
    [
      'commented on',
      async (id: string) => {
        const body = { subject: { type: 'relation', id }, body: 'Look at this.' } as const
        await (await api.as('researcher')).call(createComment, { body })
      },
    ],
    [
      'left to an editor',
      async (id: string) => {
        const editor = await api.as('editor')
        const body = { assigneeId: editor.viewer?.id ?? '', seenAssigneeId: null }
        await editor.call(assignRelation, { params: { id }, body })
      },
    ],
  ])('but not one that somebody has %s', async (_what, touch) => {
    const id = await older('The minister opened a school in Leeds', 'There is rain in Lisbon')
    await touch(id)
    const before = await standing()
    expect(await scanAll()).toMatchObject({ refreshed: 0, withdrawn: 0 })
    expect(await standing()).toEqual(before)
  })
})

test('a scan tells agreements from conflicts in what it proposes, and never proposes many of one claim', async () => {
  for (let said = 0; said < 5; said++) await a.claim({ statement: MANY })
  await a.claim({ statement: FEW })
  // Of five that say the same 1 + 2 + 3 + 3, and each against the sixth.
  expect(await scanAll()).toMatchObject({ state: 'done', proposed: 14, agreeing: 9 })
  expect(await scanAll()).toMatchObject({ proposed: 0, agreeing: 0 })
})
