import type { Pair } from '../pair.ts'
import type { Finding } from './finding.ts'

const MAY_CHANGE = 0.85
const NOT_A_FACT = 0.5

/** Two answers to one question that exclude each other: "put pen to paper", "talks collapsed". Wordings, not single opposites. */
export function findStates(pair: Pair): Finding[] {
  const found = pair.states
    .filter(({ balance }) => balance > 0)
    .map(({ a, b, balance, weight, link, lasting, turned, unreal }): Finding => {
      const sure = (lasting ? 1 : MAY_CHANGE) * (unreal ? NOT_A_FACT : 1) * balance
      return {
        type: turned ? 'negation' : 'antonym',
        weight: sure * weight * (0.4 + 0.6 * Math.max(link, Math.min(1, pair.topic * 1.2))),
        a: { from: a.from, to: a.to },
        b: { from: b.from, to: b.to },
        detail: 'state',
      }
    })
  return found.toSorted((x, y) => y.weight - x.weight).slice(0, 1)
}
