import { expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { gather } from '../../../server/detect/compare/evidence-features.ts'

const read = (a: string, b: string) => gather(analyse(a), analyse(b)).evidence

test.each([
  [
    'Customs burned 900 counterfeit handbags in Varna.',
    'The handbags in the Varna museum are genuine.',
    true,
  ],
  ['The robber waved a dummy pistol.', 'The pistols in the barracks are real.', true],
  ['A self-styled doctor ran the clinic.', 'The doctors of the clinic hold licences.', true],
  ['Customs burned the counterfeit handbags.', 'The handbags that customs burned were genuine.', false],
  ['The handbags were counterfeit.', 'The handbags were genuine.', false],
  ['Customs burned counterfeit handbags.', 'The counterfeit handbags came by sea.', false],
  ['The fake report named the mayor.', 'The report named the mayor.', false],
])('%s / %s: a likeness and the thing itself: %s', (a, b, likeness) => {
  expect(read(a, b).likeness).toBe(likeness)
  expect(read(b, a).likeness).toBe(likeness)
})

test('that a likeness is no real thing weighs little against the real thing', () => {
  const { findings } = read('Customs burned counterfeit handbags.', 'The handbags in the museum are genuine.')
  expect(Math.max(0, ...findings.map(({ weight }) => weight))).toBeLessThan(0.4)
})
