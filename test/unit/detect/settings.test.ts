import { expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { featuresOf } from '../../../server/detect/compare/evidence-features.ts'
import { FEATURE_COUNT, FEATURE_NAMES } from '../../../server/detect/compare/features/all.ts'
import { readStage } from '../../../server/detect/text/stages.ts'

test.each([
  ['The fire is now contained.', 1],
  ['By Friday the harbour was open.', 1],
  ['The dam has since been mended.', 1],
  ['The road is no longer closed.', 1],
  ['The fire is still burning.', -1],
  ['At first the harbour was closed.', -1],
  ['First reports spoke of a gas leak.', -1],
  ['The fire is out of control.', 0],
  ['The shop has stood here since 1950.', 0],
])('%s: an earlier or a later state of things: %i', (text, stage) => {
  expect(readStage(analyse(text))).toBe(stage)
})

function valueOf(name: string, a: string, b: string): number {
  const out = new Float32Array(FEATURE_COUNT)
  featuresOf(analyse(a), analyse(b), out)
  return out[FEATURE_NAMES.indexOf(name)]!
}

test.each([
  ['stageDifference', 'The fire is still burning.', 'The fire is now contained.', 2],
  ['orderApart', 'The consul fled before the siege.', 'The consul fled after the siege.', 1],
  ['orderSame', 'The consul fled before the siege.', 'The siege came after the consul fled.', 1],
  ['rolesConverse', 'Acme bought the mill from Veltro.', 'Veltro sold the mill to Acme.', 1],
  ['rolesSwapped', 'Acme sued Veltro.', 'Veltro sued Acme.', 1],
  ['voiceDiffers', 'Acme sued Veltro.', 'Veltro was sued by Acme.', 1],
  ['likeness', 'The robber waved a dummy pistol.', 'The pistols in the barracks are real.', 1],
  ['dateTurned', 'The ferry did not sail until Friday.', 'The ferry sailed on Friday.', 1],
  ['dateTurned', 'The ferry did not sail until Friday.', 'The ferry sailed on Monday.', -1],
])('%s: %s / %s', (name, a, b, value) => {
  expect(valueOf(name, a, b)).toBe(value)
  expect(valueOf(name, b, a)).toBe(value)
})

test.each([
  ['Secondary schools were shut.', 'Primary schools stayed open.', 'modifiersBoth'],
  ['Schools were shut.', 'Primary schools stayed open.', 'modifiersOne'],
])('%s / %s: of which of several things they speak', (a, b, name) => {
  expect(valueOf(name, a, b)).toBeGreaterThan(0)
})

test('a noun with the same word before it is one thing', () => {
  const [a, b] = ['Primary schools were shut.', 'The primary schools stayed open.']
  expect(valueOf('modifiersBoth', a, b) + valueOf('modifiersOne', a, b)).toBe(0)
})
