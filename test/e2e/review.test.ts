import { readClaim } from '#contract/claims.ts'
import { listDisputes } from '#contract/disputes.ts'
import { decide, listRelations } from '#contract/relations.ts'
import { readSettings } from '#contract/settings.ts'
import { listSuggestions, type Suggestion } from '#contract/suggestions.ts'
import { givenAgreements, givenQueue } from '../support/given-queue.ts'
import { expectAccessible } from './accessible.ts'
import { type Actor, expect, type Fixtures, test } from './fixtures.ts'

async function queueOf({ client }: Actor): Promise<Suggestion[]> {
  return (await client.call(listSuggestions, {})).items
}

const pairOf = ({ page }: Actor) => page.getByRole('article', { name: 'The pair' })

/** The statement by which a pair of the queue is known on the screen. */
const shows = (actor: Actor, { a }: Suggestion) =>
  expect(pairOf(actor).getByRole('heading', { name: a.statement })).toBeVisible()

async function standing({ client }: Actor, id: string) {
  const { items } = await client.call(listRelations, { query: { limit: 100 } })
  return items.find(item => item.id === id)
}

test('an editor goes through the queue by keys: decides, takes back, writes a note', async ({
  as,
  program,
}) => {
  const editor = await as('editor')
  await givenQueue(editor.client, program.deps.database)
  const [first, second, third] = await queueOf(editor)
  if (!first || !second || !third) throw new Error('three pairs wait')
  const { page } = editor
  await page.goto('/')
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await shows(editor, first)
  await expect(page.getByText('3 pairs wait')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Could both be true at once?' })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('c')
  await shows(editor, second)
  await expect(page.getByText('2 pairs wait')).toBeVisible()
  await page.keyboard.press('x')
  await shows(editor, third)
  await expect.poll(async () => (await standing(editor, second.id))?.state).toBe('dismissed')

  await page.keyboard.press('z')
  await shows(editor, second)
  await page.keyboard.press('z')
  await shows(editor, first)
  await expect(page.getByText('3 pairs wait')).toBeVisible()
  await expect.poll(async () => (await queueOf(editor)).length).toBe(3)

  await page.keyboard.press('n')
  await page.keyboard.type('Checked with the press office.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await shows(editor, second)
  await page.keyboard.press('k')
  await shows(editor, first)
  await expect(page.getByLabel('Note')).toHaveValue('Checked with the press office.')
  await page.keyboard.press('c')
  await shows(editor, second)
  await expect.poll(async () => (await standing(editor, first.id))?.state).toBe('confirmed')
  const { items } = await editor.client.call(listRelations, { query: { state: 'confirmed' } })
  expect(items.map(({ kind }) => kind)).toEqual(['contradicts'])

  await page.keyboard.press('s')
  await expect(page.getByRole('form', { name: 'Which one replaces the other?' })).toBeVisible()
  await page.keyboard.press('Enter')
  await shows(editor, third)
  await expect.poll(async () => (await standing(editor, second.id))?.kind).toBe('supersedes')
  const later = [second.a, second.b].toSorted((one, other) =>
    (one.said?.from ?? '') < (other.said?.from ?? '') ? 1 : -1,
  )[0]
  expect((await standing(editor, second.id))?.supersederId).toBe(later?.id)

  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { name: 'You are through' })).toBeVisible()
  await page.getByText(/This desk confirmed/).click()
  await expectAccessible(page)
})

test('a pair goes onto a new disputed point, and onto one that stands, without leaving the desk', async ({
  as,
  program,
}) => {
  const editor = await as('editor')
  await givenQueue(editor.client, program.deps.database)
  const [first, second] = await queueOf(editor)
  if (!first || !second) throw new Error('pairs wait')
  const { page } = editor
  await page.goto('/review')
  await shows(editor, first)
  await page.keyboard.press('g')
  await expect(page.getByLabel('Find a disputed point')).toBeFocused()
  await page.keyboard.type('Was it so')
  await expect(page.getByText('None found.')).toBeVisible()
  await expect(page.getByLabel('Question')).toHaveValue('Was it so')
  await expectAccessible(page)
  await page.getByLabel('Question').press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await shows(editor, first)
  const [point] = (await editor.client.call(listDisputes, {})).items
  expect(point).toMatchObject({ question: 'Was it so', claims: 2 })
  expect(new Set(point?.positions.map(({ label }) => label))).toEqual(
    new Set([first.a.statement, first.b.statement]),
  )

  await page.keyboard.press('j')
  await shows(editor, second)
  await page.keyboard.press('g')
  await page.keyboard.type('so')
  await page.getByRole('button', { name: 'Was it so' }).press('Enter')
  await page.getByRole('button', { name: 'Put them there' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await shows(editor, second)
  const [grown] = (await editor.client.call(listDisputes, {})).items
  expect(grown?.positions.map(({ claims }) => claims)).toEqual([2, 2])
})

test('two editors on one pair: the later one is shown what the earlier decided, and loses nothing', async ({
  as,
  program,
}) => {
  const [one, two] = [await as('editor'), await as('editor', 'two')]
  await givenQueue(one.client, program.deps.database)
  const [first, second] = await queueOf(one)
  if (!first || !second) throw new Error('pairs wait')
  const { page } = two
  await page.goto('/review')
  await shows(two, first)
  await one.client.call(decide, {
    params: { id: first.id },
    body: { version: 1, kind: 'different_scope', note: 'One counts advisers, the other does not.' },
  })
  await expect(
    page.getByText('editor has decided this pair meanwhile: Speaks of another scope.'),
  ).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('Both count all of them.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await shows(two, second)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('editor decided: Speaks of another scope')
  await expect(alert).toContainText('One counts advisers, the other does not.')
  await expect(alert).toContainText('You chose: Contradicts')
  await expect(alert).toContainText('Both count all of them.')
  await expectAccessible(page)
  await page.keyboard.press('v')
  await shows(two, first)
  await expect(page.getByLabel('Note')).toHaveValue('Both count all of them.')
  await page.keyboard.press('y')
  await expect(alert).toBeHidden()
  await expect.poll(async () => (await standing(one, first.id))?.kind).toBe('contradicts')
  await shows(two, second)
})

test('a contradiction waits for its second reader, who does not see the first one’s verdict', async ({
  as,
  program,
}) => {
  const [one, two, admin] = [await as('editor'), await as('editor', 'two'), await as('admin')]
  await givenQueue(one.client, program.deps.database)
  const [first, second] = await queueOf(one)
  if (!first || !second) throw new Error('pairs wait')
  await admin.page.goto('/admin?tab=desk')
  await admin.page.getByRole('switch', { name: 'A contradiction needs a second reader' }).press('Space')
  await expect.poll(async () => (await admin.client.call(readSettings)).secondReader).toBe(true)
  await one.page.goto('/review')
  await shows(one, first)
  await one.page.keyboard.press('c')
  await shows(one, second)
  await expect.poll(async () => (await queueOf(one)).map(({ id }) => id)).not.toContain(first.id)
  expect((await standing(one, first.id))?.state).toBe('suggested')

  await two.page.goto('/review?reading=second')
  await shows(two, first)
  await expect(pairOf(two).getByText('Second reading')).toBeVisible()
  await expect(pairOf(two)).not.toContainText('Contradicts')
  await two.page.keyboard.press('c')
  await expect(two.page.getByRole('heading', { name: 'You are through' })).toBeVisible()
  await expect.poll(async () => (await standing(one, first.id))?.state).toBe('confirmed')

  await admin.page.goto('/admin?tab=desk')
  await expect(admin.page.getByRole('row', { name: /^editor and editor two 1 1/ })).toBeVisible()
  await expectAccessible(admin.page)
})

test('several pairs are decided at once from the list, after a summary', async ({ as, program }) => {
  const editor = await as('editor')
  await givenQueue(editor.client, program.deps.database)
  const { page } = editor
  await page.goto('/review')
  await page.getByText('List', { exact: true }).click()
  await expect(page).toHaveURL(/view=list/)
  await page.getByLabel('Select all shown').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Decide…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '3 pairs: Unrelated' })
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '3 pairs decided' })).toBeVisible()
  await expect.poll(async () => (await queueOf(editor)).length).toBe(0)
})

/** Two pairs that say the same wait: one of one speaker, `two` of two. */
async function twoAgreements({ client }: Actor, { deps }: Fixtures['program']) {
  await givenAgreements(client, deps.database)
  const { items } = await client.call(listSuggestions, { query: { about: 'agreements' } })
  const one = items.find(({ a, b }) => a.speaker.id === b.speaker.id)
  const two = items.find(({ a, b }) => a.speaker.id !== b.speaker.id)
  if (!one || !two || items.length !== 2) throw new Error('two pairs wait')
  return { items, one, two }
}

test('pairs that say the same are gone through by keys, apart from the conflicts', async ({
  as,
  program,
}) => {
  const editor = await as('editor')
  const { items, one, two } = await twoAgreements(editor, program)
  const kept = one.a.createdAt <= one.b.createdAt ? one.a : one.b
  const quotes = async () =>
    (await editor.client.call(readClaim, { params: { id: kept.id } })).appearances.length
  const { page } = editor
  await page.goto('/review')
  await expect(page.getByRole('heading', { name: 'Nothing waits for a decision' })).toBeVisible()
  await page.getByRole('radio', { name: 'Conflicts 0' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/about=agreements/)
  await expect(page.getByText('2 pairs wait')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Do both say the same?' })).toBeVisible()
  await expectAccessible(page)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())

  if (items[0]?.id !== one.id) await page.keyboard.press('j')
  await shows(editor, one)
  await page.keyboard.press('d')
  await shows(editor, two)
  await expect.poll(quotes).toBe(2)
  await page.keyboard.press('z')
  await shows(editor, one)
  await expect.poll(quotes).toBe(1)
  await page.keyboard.press('d')
  await shows(editor, two)
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'You are through' })).toBeVisible()
  await expect.poll(async () => (await standing(editor, two.id))?.kind).toBe('agrees')
  await expect.poll(quotes).toBe(2)

  await page.goto(`/claims/${kept.id}`)
  await expect(page.getByText('Is the same claim')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Appearances' })).toBeVisible()
})

test('on the page of a claim one click confirms that it is made elsewhere, another that it is one claim', async ({
  as,
  program,
}) => {
  const editor = await as('editor')
  const { one, two } = await twoAgreements(editor, program)
  const { page } = editor
  const later = one.a.createdAt <= one.b.createdAt ? one.b : one.a
  await page.goto(`/claims/${later.id}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'The same claim: add as a further appearance' }).press('Enter')
  await expect(page.getByText('Your decision stands under your name.')).toBeVisible()
  await expect.poll(async () => (await standing(editor, one.id))?.kind).toBe('duplicate')
  await expect(page.getByRole('note')).toContainText('This is the same claim as another one')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Discuss this pair' }).first().press('Enter')
  await expect(page).toHaveURL(/\/relations\//)
  await expect(page.getByRole('heading', { name: 'Discussion' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/claims/${two.b.id}`)
  const agree = page.getByRole('button', { name: 'Confirm that they agree' })
  await expect(agree).toBeVisible()
  await expect(page.getByRole('button', { name: 'The same claim: add as a further appearance' })).toBeHidden()
  await agree.press('Enter')
  await expect.poll(async () => (await standing(editor, two.id))?.state).toBe('confirmed')
})
