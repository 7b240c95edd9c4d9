import { fireEvent } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useKeys } from '../../../web/ui/keys.ts'
import { renderPage } from '../../support/web-page.tsx'

function Keys({ decide, step }: { decide: () => void; step: () => void }) {
  useKeys('Here', [
    { keys: 'x', does: 'Decide', run: decide },
    { keys: 'j', does: 'Next', run: step, steps: true },
  ])
  return null
}

test('a key that is held down works once, unless it steps', () => {
  const [decide, step] = [vi.fn(), vi.fn()]
  renderPage(<Keys decide={decide} step={step} />)
  for (const repeat of [false, true, true])
    for (const key of ['x', 'j'])
      fireEvent.keyDown(document.documentElement, { key, code: `Key${key.toUpperCase()}`, repeat })
  expect(decide).toHaveBeenCalledTimes(1)
  expect(step).toHaveBeenCalledTimes(3)
})
