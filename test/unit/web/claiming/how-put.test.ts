import { expect, test } from 'vitest'
import { guessHowPut } from '../../../../web/features/claiming/how-put.ts'
import { marked } from './marked.ts'

test.each([
  ['⟦“The bridge is closed,”⟧ Ann Lee said.', 'asserted'],
  ['⟦The bridge is closed.⟧', 'asserted'],
  ['⟦Ann Lee denied that the bridge is closed.⟧', 'denied'],
  ['Ann Lee denied on Monday that ⟦the bridge is closed⟧.', 'denied'],
  ['Ann Lee rejected the claim that ⟦the bridge is closed⟧.', 'denied'],
  ['Ann Lee did not deny that ⟦the bridge is closed⟧.', 'asserted'],
  ['He didn’t deny that ⟦the bridge is closed⟧.', 'asserted'],
  ['Lee denied any plans. ⟦“There’s been no decision,”⟧ she said.', 'asserted'],
  ['Lee said: ⟦“They denied it.”⟧', 'asserted'],
  ['⟦“Is the bridge closed?”⟧ she said.', 'questioned'],
  ['Lee questioned whether ⟦the bridge is closed⟧.', 'questioned'],
  ['⟦The bridge is reportedly closed.⟧', 'reported'],
  ['According to two people, ⟦the bridge is closed⟧.', 'reported'],
  ['⟦The bridge is said to be closed.⟧', 'reported'],
  ['Sources say ⟦the bridge is closed⟧.', 'reported'],
])('%s → %s', (passage, expected) => {
  const { text, start, end } = marked(passage)
  expect(guessHowPut(text, start, end)).toBe(expected)
})
