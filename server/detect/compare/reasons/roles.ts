import type { Pair } from '../pair.ts'
import type { Prepared } from '../prepare.ts'
import { excludesTurn, type RolePair } from '../role-pairs.ts'
import type { Role } from '../roles.ts'
import { type Finding, join, phraseOf, type Span } from './finding.ts'

/** How much it counts that two did the same to each other, where both may be true. */
const BOTH_TRUE = 0.35

/** From who does it to the deed. */
function deedOf(side: Prepared, { agent, verb }: Role): Span {
  return agent < 0 ? phraseOf(side, verb) : join(phraseOf(side, agent), phraseOf(side, verb))
}

/** The same deed, with who does it and whom it is done to the other way round: "A sued B", "B sued A". */
export function findRoleSwap(pair: Pair, roles: readonly RolePair[]): Finding[] {
  const swap = roles.find(({ relation }) => relation === 'swapped')
  if (swap === undefined) return []
  const { a, b } = pair
  const mutual = excludesTurn(a, swap.a) && excludesTurn(b, swap.b) ? 1 : BOTH_TRUE
  return [
    {
      type: 'actor',
      weight: 0.7 * mutual * Math.min(1, Math.min(pair.sharedA, pair.sharedB) * 1.2),
      a: deedOf(a, swap.a),
      b: deedOf(b, swap.b),
      detail: 'swap',
    },
  ]
}
