import { createComment } from '#contract/comments.ts'
import { listDisputes } from '#contract/disputes.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

test.use({ stories: true })

test('somebody is mentioned with @, and the bell of the other rings at once', async ({ as }) => {
  const [editor, researcher] = [await as('editor'), await as('researcher')]
  const { items } = await editor.client.call(listDisputes)
  const [dispute] = items
  if (!dispute) throw new Error('there is no disputed point')
  await researcher.page.goto('/claims')
  await expect(researcher.page.getByRole('button', { name: 'Notifications' })).toBeVisible()

  await editor.page.goto(`/disputes/${dispute.slug}`)
  const words = editor.page.getByRole('textbox', { name: 'Your comment' })
  await words.pressSequentially('Is this right, @resea')
  await editor.page.getByRole('option', { name: 'researcher' }).waitFor()
  await editor.page.keyboard.press('ArrowDown')
  await editor.page.keyboard.press('Enter')
  await expect(words).toHaveValue('Is this right, @researcher ')
  await editor.page.getByRole('button', { name: 'Comment', exact: true }).click()

  await researcher.page.getByRole('button', { name: 'Notifications, 1 new one' }).click()
  await expectAccessible(researcher.page)
  await researcher.page.getByRole('link', { name: /editor mentioned you/ }).click()
  await expect(researcher.page).toHaveURL(`/disputes/${dispute.slug}`)
  await expect(researcher.page.getByText('Is this right, @researcher')).toBeVisible()
  await expect(researcher.page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()

  // What one says is read by the other without a reload; who follows the point is told of it.
  await editor.page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(editor.page.getByRole('button', { name: 'Stop following' })).toBeVisible()
  await researcher.client.call(createComment, {
    body: { subject: { type: 'dispute', id: dispute.id }, body: 'I have called them.' },
  })
  await expect(editor.page.getByText('I have called them.')).toBeVisible()
  await expect(editor.page.getByRole('button', { name: 'Notifications, 1 new one' })).toBeVisible()
})
