import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import * as contract from '#contract/checks.ts'
import { updateClaim } from '#contract/claims.ts'
import { listEvents } from '#contract/events.ts'
import { LIMITS } from '#contract/text.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const MANY = 'There are 5,000 US troops in Iraq'
const DRAFT = `# The troops

There are 750 US troops in Iraq, the minister said. Who counted them?

The bridge in Leeds was opened in 1999. He left.`

const checkDraft = async (text: string) =>
  (await api.as('researcher')).call(contract.checkText, { body: { text } })

const checkSome = async (sentences: string[]) =>
  (await api.as('researcher')).call(contract.checkSentences, { body: { sentences } })

const keep = async (body: object = {}) =>
  (await api.as('researcher')).call(contract.keepReport, { body: { text: DRAFT, ...body } })

describe('a text that is checked', () => {
  test('says of each sentence what it conflicts with, with the disputed words on both sides', async () => {
    const claim = await a.claim({ statement: MANY })
    const { sentences, claims, modelVersion } = await checkDraft(DRAFT)
    expect(modelVersion).not.toBe('')
    expect(sentences.map(({ start, end, unchecked }) => [DRAFT.slice(start, end), unchecked])).toEqual([
      ['The troops', 'heading'],
      ['There are 750 US troops in Iraq, the minister said.', null],
      ['Who counted them?', 'question'],
      ['The bridge in Leeds was opened in 1999.', null],
      ['He left.', 'short'],
    ])
    const [finding, ...more] = sentences[1]?.conflicts ?? []
    expect(more).toEqual([])
    expect(finding).toMatchObject({ claimId: claim.id, claimVersion: 1, kind: 'contradicts' })
    expect(finding?.reasons[0]).toMatchObject({
      type: 'quantity',
      own: { exact: '750' },
      theirs: { exact: '5,000' },
    })
    const { start = 0, end = 0 } = finding?.reasons[0]?.own ?? {}
    expect('There are 750 US troops in Iraq, the minister said.'.slice(start, end)).toBe('750')
    expect(sentences.filter(one => one.conflicts.length + one.repeats.length > 0)).toHaveLength(1)
    expect(claims.map(({ id }) => id)).toEqual([claim.id])
  })

  test('says what it repeats', async () => {
    const claim = await a.claim({ statement: MANY })
    const { sentences } = await checkDraft(`${MANY}.`)
    expect(sentences).toMatchObject([{ conflicts: [], repeats: [{ claimId: claim.id }] }])
  })

  test('finds the same whichever of many sentences it is, and names each claim once', async () => {
    const claim = await a.claim({ statement: MANY })
    const text = Array.from({ length: 120 }, (_, index) =>
      index % 40 === 7
        ? 'There are 750 US troops in Iraq.'
        : `Bridge ${index} in Leeds was opened on a Monday.`,
    ).join(' ')
    const { sentences, claims } = await checkDraft(text)
    const found = sentences.flatMap((one, index) => (one.conflicts.length > 0 ? [index] : []))
    expect(found).toEqual([7, 47, 87])
    expect(claims.map(({ id }) => id)).toEqual([claim.id])
  })

  test.each([
    ['no sentence', '…'],
    [
      'words that the syntax of searches knows',
      "O'Neill's C:\\drive & (a|b) <-> ! 'held' 5,000 files in Iraq.",
    ],
    ['emoji and half of a line', 'We won 🎉 all of the 12 seats in 😀'],
    ['another script', '没有决定离开伊拉克。'],
    ['one endless word', 'x'.repeat(10_000)],
  ])('%s is read without harm', async (_, text) => {
    await a.claim({ statement: MANY })
    const { sentences } = await checkDraft(text)
    expect(sentences.flatMap(one => one.conflicts)).toEqual([])
  })

  test('stores nothing', async () => {
    await checkDraft(DRAFT)
    const researcher = await api.as('researcher')
    expect(await researcher.call(contract.listReports)).toEqual({ items: [], next: null })
  })

  test.each([
    ['nothing', '', 'Write something here.'],
    ['white space', ' \n ', 'Write something here.'],
    ['too much', 'word '.repeat(LIMITS.draft), 'Too long. The limit is 60,000 characters.'],
    ['a control character', 'There are \u0000 troops.', /control character/],
  ])('%s is refused once, with the reason', async (_, text, message) => {
    await expect(checkDraft(text)).rejects.toMatchObject({
      status: 400,
      body: { error: 'invalid', issues: [{ path: 'text', message: expect.stringMatching(message) }] },
    })
  })
})

describe('sentences that are checked by themselves', () => {
  test('are answered in their order', async () => {
    const claim = await a.claim({ statement: MANY })
    const { found, claims } = await checkSome([
      'It rained in Leeds on Monday.',
      'There are 750 US troops in Iraq.',
    ])
    expect(found).toMatchObject([{ conflicts: [], repeats: [] }, { conflicts: [{ claimId: claim.id }] }])
    expect(claims).toMatchObject([{ id: claim.id, statement: MANY }])
  })

  test.each([
    ['none', [], 'sentences'],
    ['too many', Array.from({ length: contract.MOST_SENTENCES + 1 }, () => MANY), 'sentences'],
    ['one that is too long', [MANY, 'x'.repeat(LIMITS.statement + 1)], 'sentences.1'],
  ])('%s is refused', async (_, sentences, path) => {
    await expect(checkSome(sentences)).rejects.toMatchObject({
      status: 400,
      body: { error: 'invalid', issues: [{ path }] },
    })
  })
})

describe('a report', () => {
  test('is kept with what was found, and read by its link', async () => {
    const claim = await a.claim({ statement: MANY })
    const kept = await keep({ title: 'Troops, second draft' })
    expect(kept).toMatchObject({ title: 'Troops, second draft', text: DRAFT, claims: [{ id: claim.id }] })
    expect(kept.sentences).toEqual((await checkDraft(DRAFT)).sentences)
    const editor = await api.as('editor')
    expect(await editor.call(contract.readReport, { params: { id: kept.id } })).toEqual(kept)
    const { items } = await editor.call(contract.listReports)
    expect(items).toMatchObject([{ id: kept.id, sentences: 5, conflicting: 1, repeating: 0 }])
    const { items: events } = await editor.call(listEvents, { query: { subject: 'check', id: kept.id } })
    expect(events).toMatchObject([
      { action: 'check.kept', to: { title: 'Troops, second draft', conflicting: 1 } },
    ])
    expect(JSON.stringify(events)).not.toContain('the minister said')
  })

  test('keeps what was found when the claim is worded anew', async () => {
    const claim = await a.claim({ statement: MANY })
    const { id } = await keep()
    const researcher = await api.as('researcher')
    const body = { version: claim.version, statement: 'There were 5,000 US troops in Iraq in 2020' }
    await researcher.call(updateClaim, { params: { id: claim.id }, body })
    const report = await researcher.call(contract.readReport, { params: { id } })
    expect(report.sentences[1]?.conflicts).toMatchObject([{ claimId: claim.id, claimVersion: 1 }])
    expect(report.claims).toMatchObject([{ id: claim.id, version: 2, statement: body.statement }])
  })

  test.each([
    ['the first sentence', 'The letter was a draft. It was not signed.', 'The letter was a draft.'],
    [
      'no more than its first words',
      `The letter ${'was a draft '.repeat(20)}.`,
      /^The letter was a .{50,62} …$/,
    ],
    ['what there is', '…', '…'],
  ])('without a title it is called by %s', async (_, text, title) => {
    expect((await keep({ text, title: ' ' })).title).toMatch(title)
  })

  test('sent twice it is kept once', async () => {
    const id = randomUUID()
    await keep({ id })
    await expect(keep({ id })).rejects.toMatchObject({ status: 409, body: { current: { id, text: DRAFT } } })
    const researcher = await api.as('researcher')
    expect((await researcher.call(contract.listReports)).items).toHaveLength(1)
  })

  test('is removed by who kept it or an admin, with its text', async () => {
    const mine = await keep()
    const [researcher, editor, admin] = [
      await api.as('researcher'),
      await api.as('editor'),
      await api.as('admin'),
    ]
    const at = { params: { id: mine.id } }
    await expect(editor.call(contract.removeReport, at)).rejects.toMatchObject({ status: 403 })
    expect(await researcher.call(contract.removeReport, at)).toMatchObject({ id: mine.id })
    await expect(researcher.call(contract.readReport, at)).rejects.toMatchObject({ status: 404 })
    await expect(researcher.call(contract.removeReport, at)).rejects.toMatchObject({ status: 404 })
    const { id } = await keep()
    await admin.call(contract.removeReport, { params: { id } })
    const { items } = await admin.call(listEvents, { query: { subject: 'check', id } })
    expect(items.map(({ action }) => action)).toEqual(['check.removed', 'check.kept'])
  })

  test('all pages joined are the whole list, newest first', async () => {
    const kept = []
    for (const title of ['One', 'Two', 'Three']) kept.unshift((await keep({ title })).id)
    const researcher = await api.as('researcher')
    const ids = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query: { limit: string; cursor?: string } = {
        limit: '2',
        ...(cursor !== undefined && { cursor }),
      }
      const page: { items: { id: string }[]; next: string | null } = await researcher.call(
        contract.listReports,
        {
          query,
        },
      )
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(ids).toEqual(kept)
  })
})
