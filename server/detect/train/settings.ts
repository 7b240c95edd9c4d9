import type { BoostSettings } from './boost.ts'

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
  rounds: 100,
  rate: 0.08,
  depth: 5,
  leastWeight: 15,
  lambda: 8,
  leastGain: 0,
  rowShare: 0.6,
  featureShare: 0.3,
  seed: 2,
}

export const STACK: BoostSettings = {
  rounds: 100,
  rate: 0.09,
  depth: 5,
  leastWeight: 12,
  lambda: 8,
  leastGain: 0,
  rowShare: 0.6,
  featureShare: 0.25,
  seed: 3,
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

export type Register = 'headlines' | 'sentences'

/** How much a row counts in the last forest of a register: tuning pairs, written pairs and headlines, built news rows, all other sets. */
export const REGISTER_WEIGHTS: Record<
  Register,
  { tuning: number; news: number; builtNews: number; other: number; built: number }
> = {
  headlines: { tuning: 5, news: 2.5, builtNews: 0.3, other: 0.7, built: 0.1 },
  sentences: { tuning: 0.4, news: 5, builtNews: 0.3, other: 1, built: 0.12 },
}

/** Share of the pairs of one event that do not conflict (msrp_dev) which may lie above the threshold. */
export const FALSE_ALARMS = 0.005
