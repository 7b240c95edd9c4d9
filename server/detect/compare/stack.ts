import { FEATURE_NAMES } from './features/all.ts'

/** What the last step sees beside the scores of forests and network: findings of the rules and how much is shared. */
const RULES =
  `strongest negationWeight denialWeight antonymWeight quantityWeight dateWeight placeWeight actorWeight modalityWeight
exclusivityWeight clauseNegatedXor clash topic sharedLeast parity quantityEqual lcsB restCosine forecastDifference hedgeDifference
attributionWeight findings`.split(/\s+/)

/** The same for pairs of headlines, where denials decide. */
const HEADLINE_RULES =
  `clauseNegatedXor clauseClash strongest negationWeight denialDifference denialWeight clash scopeClash
antonymWeight quantityWeight dateWeight modalityWeight doubtDifference questionDifference hedgeDifference topic sharedLeast wholeCosine
softB restCosine namesShared namesOnlyBoth forecastDifference implicativeDifference placeWeight actorWeight exclusivityWeight
opposedSame firstVerbRelation parity findings`.split(/\s+/)

function placesOf(names: readonly string[]): Uint8Array {
  return Uint8Array.from(names, name => {
    const place = FEATURE_NAMES.indexOf(name)
    if (place < 0) throw new Error(`there is no feature ${name}`)
    return place
  })
}

const rules = placesOf(RULES)
const headlineRules = placesOf(HEADLINE_RULES)

export const NEWS_WIDTH = 6 + rules.length
export const GENERAL_WIDTH = NEWS_WIDTH + 3
export const HEADLINE_WIDTH = headlineRules.length

const LIMIT = 4
const within = (odds: number): number => Math.max(-LIMIT, Math.min(LIMIT, odds))

function putOdds(scores: Float64Array, out: Float64Array, at: number): void {
  out[at] = within(scores[0]! - scores[1]!)
  out[at + 1] = within(scores[0]! - scores[2]!)
  out[at + 2] = within(scores[1]! - scores[2]!)
}

/** Writes what the last step for news sees of a pair of sentences: log-odds between the classes by both forests, then the rules. */
export function fillNews(
  general: Float64Array,
  news: Float64Array,
  features: Float32Array,
  out: Float64Array,
): void {
  putOdds(general, out, 0)
  putOdds(news, out, 3)
  for (const [k, place] of rules.entries()) out[6 + k] = features[place]!
}

/** Adds what the last step for all other language sees beyond that: the log-odds of the attention network. */
export function fillGeneral(attention: Float64Array, out: Float64Array): void {
  putOdds(attention, out, NEWS_WIDTH)
}

/** Writes what is seen of a pair of headlines. */
export function fillHeadline(features: Float32Array, out: Float64Array): void {
  for (const [k, place] of headlineRules.entries()) out[k] = features[place]!
}

const placeOf = (name: string): number => FEATURE_NAMES.indexOf(name)
const [UNFINISHED, RUN_A, RUN_B] = [placeOf('unfinished'), placeOf('lcsA'), placeOf('lcsB')]
const [LENGTH_A, LENGTH_B] = [placeOf('tokensA'), placeOf('tokensB')]

/** Two headlines of one story never run so much alike, as a share of the tokens. */
const ALIKE = 0.75

/**
 * Whether both statements are written as headlines, without a full stop and each in its own words: such pairs have a last step of their
 * own.
 */
export function areHeadlines(features: Float32Array): boolean {
  return features[UNFINISHED] === 2 && Math.min(features[RUN_A]!, features[RUN_B]!) < ALIKE
}

const RUN = 30

/** How long two sentences are, in tokens, with what the shorter one says in the same words as the other counted once more. */
export function burdenOf(features: Float32Array): number {
  return features[LENGTH_A]! + features[LENGTH_B]! + RUN * features[RUN_B]!
}
