import type { Claim } from '#contract/claims.ts'
import type { Relation } from '#contract/relations.ts'

export type Pair = Pick<Relation, 'a' | 'b'>

/** Left and right: what was said first stands left; where that is not known, what was stored first. */
export function sidesOf({ a, b }: Pair): [Claim, Claim] {
  return isCertainlyLater(a, b) ? [b, a] : [a, b]
}

/** The claim said later, which is likely the one that replaces the other; null when that is not known. */
export function laterOf({ a, b }: Pair): Claim | null {
  if (isCertainlyLater(a, b)) return a
  return isCertainlyLater(b, a) ? b : null
}

function isCertainlyLater(one: Claim, other: Claim): boolean {
  return one.said !== null && other.said !== null && one.said.from > (other.said.to ?? other.said.from)
}
