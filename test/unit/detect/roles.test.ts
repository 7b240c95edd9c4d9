import { expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { gather } from '../../../server/detect/compare/evidence-features.ts'
import { prepare } from '../../../server/detect/compare/prepare.ts'

const PARTS = ['verb', 'agent', 'patient', 'to', 'from'] as const

function rolesOf(text: string): Record<string, string>[] {
  const { roles, token, analysis } = prepare(analyse(text))
  return roles.map(role =>
    Object.fromEntries(
      PARTS.flatMap(part => (role[part] < 0 ? [] : [[part, analysis.lemma[token[role[part]]!]!]])),
    ),
  )
}

test.each([
  ['The bank sold the mill to a brewer.', { verb: 'sell', agent: 'bank', patient: 'mill', to: 'brewer' }],
  [
    'The mill was sold to a brewer by the bank.',
    { verb: 'sell', agent: 'bank', patient: 'mill', to: 'brewer' },
  ],
  ['The mayor of the town sacked the clerk.', { verb: 'sack', agent: 'mayor', patient: 'clerk' }],
  [
    'The brewer borrowed a horse from the smith.',
    { verb: 'borrow', agent: 'brewer', patient: 'horse', from: 'smith' },
  ],
])('%s: who does what to whom', (text, role) => {
  expect(rolesOf(text)).toEqual([role])
})

test('whoever is ordered to do it does it', () => {
  expect(rolesOf('The court ordered the brewer to repay the smith.')[1]).toEqual({
    verb: 'repay',
    agent: 'brewer',
    patient: 'smith',
  })
})

test.each([
  ['Veltro sued Acme.', 'Acme sued Veltro.', 'swapped'],
  ['Veltro sued Acme.', 'Acme was sued by Veltro.', 'same'],
  ['Veltro was sued by Acme.', 'Acme was sued by Veltro.', 'swapped'],
  ['The guard hit the clown.', 'The film shows the guard being hit by the clown.', 'swapped'],
  ['Acme bought the mill from Veltro.', 'Veltro sold the mill to Acme.', 'converse'],
  ['Acme bought the mill.', 'The mill was sold to Acme.', 'converse'],
  ['The bank lent Acme the money.', 'Acme borrowed the money from the bank.', 'converse'],
  ['Acme bought the mill.', 'Acme sold the mill.', undefined],
])('%s / %s: %s', (a, b, relation) => {
  const { roles, findings } = gather(analyse(a), analyse(b)).evidence
  expect(roles[0]?.relation).toBe(relation)
  const weigh = (detail: string) =>
    Math.max(0, ...findings.filter(f => f.detail === detail).map(f => f.weight))
  expect(weigh('swap') > 0.3).toBe(relation === 'swapped' && !/hit/.test(a))
  if (relation === 'converse') expect(weigh('opposed')).toBeLessThan(0.3)
  if (relation === undefined) expect(weigh('opposed')).toBeGreaterThan(0.5)
})
