import { expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { gather } from '../../../server/detect/compare/evidence-features.ts'

function ordersOf(text: string): [earlier: string, later: string][] {
  const { orders, start, end } = analyse(text)
  const words = ({ from, to }: { from: number; to: number }) => text.slice(start[from], end[to - 1])
  return orders.map(({ earlier, later }) => [words(earlier), words(later)])
}

test.each([
  ['The consul fled before the siege', 'The consul fled', 'the siege'],
  ['The consul fled after the siege', 'the siege', 'The consul fled'],
  ['The will was signed on the eve of the wedding', 'The will was signed on the', 'the wedding'],
  ['The consul did not flee before the siege', 'the siege', 'The consul did not flee'],
  ['Two days after the siege, the consul fled', 'the siege', ', the consul fled'],
  ['Only after the siege did the consul flee', 'the siege', 'did the consul flee'],
  ['The consul had already fled when the siege began', 'The consul had already fled', 'the siege began'],
  ['By the time the army took the fort the consul had fled', 'the consul had fled', 'the army took the fort'],
  ['A frost preceded the flood', 'A frost', 'the flood'],
])('%s: what came first', (text, earlier, later) => {
  expect(ordersOf(text)).toEqual([[earlier, later]])
})

test.each([
  'The consul appeared before the court.',
  'The consul fled after all.',
  'The bridge is named after the king.',
  'The consul fled before 5 May.',
  'Profits before tax rose.',
  'Spain is ahead of France.',
])('%s: nothing is put in order', text => {
  expect(ordersOf(text)).toEqual([])
})

test.each([
  ['The consul fled before the siege.', 'The consul fled two days after the siege.', true],
  ['The consul fled before the siege.', 'The siege began after the consul fled.', false],
  ['The consul fled before the siege.', 'The siege took place before the consul fled.', true],
  ['The consul fled after the siege.', 'Two days after the siege, the consul fled.', false],
])('%s / %s: the order is the other way round: %s', (a, b, apart) => {
  expect(gather(analyse(a), analyse(b)).evidence.order?.apart).toBe(apart)
})

test('other events are not put side by side', () => {
  const [a, b] = [analyse('The consul fled before the siege.'), analyse('The prices rose after the vote.')]
  expect(gather(a, b).evidence.order).toBeNull()
})
