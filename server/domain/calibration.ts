import { measureShare } from './wilson.ts'

/** What became of decided suggestions: how many, how many were confirmed, and how many their scores promised. */
export type Tally = {
  decided: number
  confirmed: number
  /** The sum of their scores, each 0–1. */
  promised: number
}

/** How a kind of suggestion does here: the share its scores promised, the share to be expected now, and what turns one into the other. */
export type Calibration = {
  /** 0–1 */
  promised: number
  /** 0–1 */
  expected: number
  /** By how much the odds of every score are multiplied. */
  factor: number
}

/** How many decisions the model's own promise is worth: with as many of the desk's, both weigh the same. */
const PRIOR_STRENGTH = 20

/** Odds are not multiplied by more than this, nor by less than its inverse. */
const MOST = 20

/** A share is kept this far from none and from all, where odds end. */
const EDGE = 0.001

const held = (share: number) => Math.min(Math.max(share, EDGE), 1 - EDGE)
const odds = (share: number) => held(share) / (1 - held(share))

/**
 * What the desk's decisions say of the scores of one kind of suggestion. Beta-binomial shrinkage (Gelman et al., Bayesian
 * Data Analysis, 3rd ed., ch. 5; in the manner of empirical Bayes, Efron and Morris 1975): the prior is what the scores
 * promised, moved as all suggestions together were found to be off (`overall`), and worth twenty decisions. The share
 * expected is never below what the evidence supports: the lower end of the 95 % interval of the share that was confirmed.
 * Without decisions of its own a kind moves with all others.
 */
export function calibrate(tally: Tally, overall?: Calibration): Calibration {
  const promised = tally.decided === 0 ? 0.5 : held(tally.promised / tally.decided)
  const before = applyFactor(promised, overall?.factor ?? 1)
  const shrunk = (before * PRIOR_STRENGTH + tally.confirmed) / (PRIOR_STRENGTH + tally.decided)
  const expected = held(Math.max(shrunk, measureShare(tally.confirmed, tally.decided)?.low ?? 0))
  const factor = Math.min(Math.max(odds(expected) / odds(promised), 1 / MOST), MOST)
  return { promised, expected, factor }
}

/** A score, 0–1, with its odds multiplied: 0 and 1 stay, and the order of scores too. */
export function applyFactor(score: number, factor: number): number {
  return (score * factor) / (score * factor + (1 - score))
}
