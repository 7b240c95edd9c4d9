import { type DatePair, pairDates } from '../date-pairs.ts'
import { speakOfLikeness } from '../likenesses.ts'
import { type OrderPair, pairOrders } from '../order-pairs.ts'
import type { Pair } from '../pair.ts'
import { pairQuantities, type QuantityPair } from '../quantity-pairs.ts'
import { pairRoles, type RolePair } from '../role-pairs.ts'
import { linkStates } from '../state-pairs.ts'
import type { Finding } from './finding.ts'
import { findModality, findQuantifiers } from './modality.ts'
import { findDates, findOrders, findQuantities } from './numbers.ts'
import { findAntonyms, findDenial, findDoubt, findNegation } from './polarity.ts'
import { findRoleSwap } from './roles.ts'
import { findSlots, findSubstitutions, type Slot } from './slots.ts'
import { findStates } from './states.ts'

/** All that was found for a pair: what the features count and the reasons tell. */
export type Evidence = {
  pair: Pair
  quantities: QuantityPair[]
  dates: DatePair[]
  /** Two events that both put in order, if any. */
  order: OrderPair | null
  roles: RolePair[]
  /** One speaks of a likeness, the other of the thing itself. */
  likeness: boolean
  slots: Slot[]
  findings: Finding[]
}

/** How much it counts that one speaks of a likeness as not real, and the other of the thing itself as real. */
const OF_LIKENESS = 0.4
const ON_BEING = new Set(['antonym', 'negation', 'denial'])

const ofLikeness = (finding: Finding): Finding =>
  ON_BEING.has(finding.type) ? { ...finding, weight: finding.weight * OF_LIKENESS } : finding

/** Asks every question of a pair once. */
export function findEvidence(pair: Pair): Evidence {
  linkStates(pair.a, pair.b, pair.alignment, pair.states)
  const quantities = pairQuantities(pair)
  const dates = pairDates(pair)
  const order = pairOrders(pair)
  const roles = pairRoles(pair.a, pair.b, pair.alignment)
  const likeness = speakOfLikeness(pair)
  const slots = findSlots(pair)
  const findings = [
    ...findQuantities(pair, quantities),
    ...findDates(pair, dates),
    ...findOrders(pair, order),
    ...findDenial(pair),
    ...findNegation(pair, dates),
    ...findAntonyms(pair, roles),
    ...findStates(pair),
    ...findDoubt(pair),
    ...findSubstitutions(pair, slots),
    ...findRoleSwap(pair, roles),
    ...findModality(pair),
    ...findQuantifiers(pair),
  ].map(finding => (likeness ? ofLikeness(finding) : finding))
  return { pair, quantities, dates, order, roles, likeness, slots, findings }
}
