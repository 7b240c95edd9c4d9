import { listSuggestions } from '#contract/suggestions.ts'
import { givenQueue } from '../support/given-queue.ts'
import { completion } from '../support/llm-double.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

test.use({ advised: true })

const SAID = 'They may count different <b>troops</b>.'
const ANSWER = completion({ contradicts: 0.1, agrees: 0.05, neither: 0.85, spans: [], explanation: SAID })

test('an editor asks for a second opinion at the desk, and decides all the same', async ({
  as,
  program,
  llm,
}) => {
  llm.answer({ body: 'They contradict.' }, ANSWER)
  const editor = await as('editor')
  await givenQueue(editor.client, program.deps.database)
  const [first] = (await editor.client.call(listSuggestions, {})).items
  if (!first) throw new Error('nothing waits')
  const { page } = editor
  await page.goto('/review')
  const voice = page.getByRole('region', { name: 'Second opinion' })
  await expect(voice.getByText(/Both statements, who said them and when go to 127\.0\.0\.1/)).toBeVisible()
  await voice.getByRole('button', { name: 'Ask for a second opinion' }).click()
  await expect(voice.getByText('gave an answer that cannot be used')).toBeVisible()
  await voice.getByRole('button', { name: 'Ask again' }).click()
  await expect(voice.getByText('holds that both can be true, 85 %')).toBeVisible()
  await expect(voice.getByText(`“${SAID}”`)).toBeVisible()
  await expect(voice.getByText('a model’s voice, not a decision')).toBeVisible()
  await voice.getByText('What was asked and answered').click()
  await expect(voice.getByText('contradict 10 %, agree 5 %, neither 85 %')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByText('3 pairs wait')).toBeVisible()

  await page.keyboard.press('c')
  await expect(page.getByText('2 pairs wait')).toBeVisible()

  await page.goto(`/claims/${first.a.id}`)
  await page.getByRole('button', { name: 'Second opinion' }).click()
  await expect(page.getByText('holds that both can be true, 85 %')).toBeVisible()
  await expectAccessible(page)
})

test('an admin sees what is on, what is used and what went wrong', async ({ as, program, llm }) => {
  llm.answer({ status: 401, body: '' })
  const admin = await as('admin')
  await givenQueue(admin.client, program.deps.database)
  const { page } = admin
  await page.goto('/review')
  await page.getByRole('button', { name: 'Ask for a second opinion' }).click()
  await expect(page.getByText('gave no answer. The endpoint refused the key (401).')).toBeVisible()
  await page.goto('/admin?tab=desk')
  const card = page.getByRole('article').filter({ hasText: 'tiny-7b' })
  await expect(card.getByText('1 of 200 questions used today (UTC)')).toBeVisible()
  await expect(card.getByText('The endpoint refused the key (401).')).toBeVisible()
  await expectAccessible(page)
})
