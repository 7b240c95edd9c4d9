import { expect, test } from 'vitest'
import { embedCode } from '../../../../web/features/disputes/embed-dialog.tsx'

test('the code shows the point and nothing of the question can break out of it', () => {
  const frame = document.createElement('div')
  frame.innerHTML = embedCode({ slug: 'who-left', question: 'Did "they" <b>leave</b> & stay?' })
  const iframe = frame.querySelector('iframe')
  expect(frame.children).toHaveLength(1)
  expect(iframe?.getAttribute('src')).toBe(`${window.location.origin}/disputes/who-left/embed`)
  expect(iframe?.title).toBe('Did "they" <b>leave</b> & stay?')
})
