import type { AttentionSettings } from './attention/train-attention.ts'
import type { BoostSettings } from './boost.ts'
import type { Row } from './rows.ts'

/** Chosen on the development sets. */

export const GENERAL: BoostSettings = {
  rounds: 110,
  rate: 0.13,
  depth: 6,
  leastWeight: 20,
  lambda: 5,
  leastGain: 0,
  rowShare: 0.4,
  featureShare: 0.35,
  seed: 1,
}

export const NEWS: BoostSettings = {
  rounds: 330,
  rate: 0.05,
  depth: 6,
  leastWeight: 6,
  lambda: 4,
  leastGain: 0,
  rowShare: 0.6,
  featureShare: 0.3,
  seed: 2,
}

export const KINDS: BoostSettings = {
  rounds: 45,
  rate: 0.1,
  depth: 4,
  leastWeight: 3,
  lambda: 5,
  leastGain: 0,
  rowShare: 0.7,
  featureShare: 0.3,
  seed: 4,
}

/** The attention network: passes over the rows, rows a step, rate of the first and the last step. */
export const ATTENTION: AttentionSettings = { epochs: 3, batch: 32, rate: 0.0025, decay: 0.1, seed: 11 }

/** How much a row of each set counts for the network (1 where none is given). */
export const ATTENTION_WEIGHTS = {
  other: { fever_nli: 0.8, wikifactcheck: 0.5, conjnli: 0.6, multinli_mismatched: 1.5, cad_nli: 0.8 },
  headline: 0.6,
  built: 0.5,
}

/** Every eighth group is kept from the network, so that the full last step can be fitted to its scores. */
const HELD_OUT = 8
export const isHeldOut = (row: Row): boolean => row.group % HELD_OUT === 0

/** Tells pairs of the news from others. */
export const GATE: BoostSettings = {
  rounds: 50,
  rate: 0.12,
  depth: 4,
  leastWeight: 20,
  lambda: 5,
  leastGain: 0,
  rowShare: 0.6,
  featureShare: 0.3,
  seed: 7,
}

/** Penalty on the weights of the last steps, and how much rows count in them. */
export const PENALTY = 1e-2
export const LAST_WEIGHTS = { headlines: 2, numbers: 0.6, stories: 0.5, builtNews: 0.05, built: 0.1 }

/**
 * The probability of a contradiction from which pairs are shown: of headlines; of short sentences, likelier than either other answer; and of long ones
 * that run alike.
 */
export const SHOWN = { headlines: 0.4, loose: 0.48, strict: 0.92 }

/** Share of the pairs of one event that do not conflict (msrp_dev) which may be shown by their probability. */
export const FALSE_ALARMS = 0.0065
