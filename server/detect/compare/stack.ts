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

export const NEWS_WIDTH = 3 + rules.length
export const GENERAL_WIDTH = NEWS_WIDTH + 6
export const HEADLINE_WIDTH = headlineRules.length

const LIMIT = 4
const within = (odds: number): number => Math.max(-LIMIT, Math.min(LIMIT, odds))

function putOdds(scores: Float64Array, out: Float64Array, at: number): void {
  out[at] = within(scores[0]! - scores[1]!)
  out[at + 1] = within(scores[0]! - scores[2]!)
  out[at + 2] = within(scores[1]! - scores[2]!)
}

/** Writes what the last step for news sees of a pair: log-odds between the classes by the news forest, then the rules. */
export function fillNews(news: Float64Array, features: Float32Array, out: Float64Array): void {
  putOdds(news, out, 0)
  for (let k = 0; k < rules.length; k++) out[3 + k] = features[rules[k]!]!
}

/** Adds what the last step for all other language sees beyond that: the log-odds of the general forest and of the attention network. */
export function fillGeneral(general: Float64Array, attention: Float64Array, out: Float64Array): void {
  putOdds(general, out, NEWS_WIDTH)
  putOdds(attention, out, NEWS_WIDTH + 3)
}

/** Writes what is seen of a pair of headlines. */
export function fillHeadline(features: Float32Array, out: Float64Array): void {
  for (let k = 0; k < headlineRules.length; k++) out[k] = features[headlineRules[k]!]!
}

const placeOf = (name: string): number => FEATURE_NAMES.indexOf(name)
const [UNFINISHED, RUN_A, RUN_B] = [placeOf('unfinished'), placeOf('lcsA'), placeOf('lcsB')]
const [LENGTH_A, LENGTH_B] = [placeOf('tokensA'), placeOf('tokensB')]

/** Two headlines of one story never run so much alike, as a share of the tokens. */
const ALIKE = 0.75

/** How much the answer for headlines counts beside that for the news: where one statement ends without a full stop, and where both do. */
const HEADLINE_SHARES = [0, 0.4, 0.65]

/**
 * How much a pair is taken for headlines, 0–1: by how many of its statements are written without a full stop, as long as each is in its own
 * words.
 */
export function headlineShare(features: Float32Array): number {
  if (Math.min(features[RUN_A]!, features[RUN_B]!) >= ALIKE) return 0
  return HEADLINE_SHARES[features[UNFINISHED]!] ?? 0
}

const RUN = 120

/** Two sentences of so many tokens, on average, are long. */
const LONG = 16

/** How much two sentences have to say: their length in tokens, on average, and above all, of long ones, how much of the shorter one runs as the other does. */
export function burdenOf(features: Float32Array): number {
  const length = (features[LENGTH_A]! + features[LENGTH_B]!) / 2
  return length + RUN * features[RUN_B]! * Math.min(1, length / LONG) ** 2
}
