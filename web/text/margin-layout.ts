/** A card beside a text: where it would stand, and how high it is, in pixels. */
export type CardSpace = { wanted: number; height: number }

/**
 * Where cards stand in the margin, in their order, so that none covers another: each at the height of its passage, or
 * as far below as those before it push it. The card at `fixed` stands exactly beside its passage and pushes those
 * before it up, as long as the first one stays on the page.
 */
export function layMargin(cards: readonly CardSpace[], gap: number, fixed = -1): number[] {
  const tops = pushDown(cards, gap, 0)
  const held = cards[fixed]
  if (!held) return tops
  const above = cards.slice(0, fixed).reduce((sum, card) => sum + card.height + gap, 0)
  let ceiling = Math.max(held.wanted, above)
  tops[fixed] = ceiling
  for (let index = fixed - 1; index >= 0; index--) {
    ceiling = Math.min(tops[index]!, ceiling - cards[index]!.height - gap)
    tops[index] = ceiling
  }
  const after = pushDown(cards.slice(fixed + 1), gap, tops[fixed] + held.height + gap)
  return [...tops.slice(0, fixed + 1), ...after]
}

function pushDown(cards: readonly CardSpace[], gap: number, from: number): number[] {
  let free = from
  return cards.map(({ wanted, height }) => {
    const top = Math.max(wanted, free)
    free = top + height + gap
    return top
  })
}
