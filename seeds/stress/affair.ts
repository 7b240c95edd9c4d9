import type { HowPut } from '#domain/vocabulary.ts'
import { compose, MENTION, type Mention } from './article.ts'
import type { Batch } from './batch.ts'
import { addClaim, addFurtherAppearance, type MadeClaim, type Plan } from './claims.ts'
import { addDispute } from './disputes.ts'
import type { Fact, Matter } from './matters/matter.ts'
import { MATTERS } from './matters.ts'
import { DAY_MS, fill, makePhrase, makeValues, type Phrase, type Value } from './phrase.ts'
import { between, chance, logNormal, pick, shuffled, type Weights, weighted } from './random.ts'
import { addRelation } from './relations.ts'
import { addSnapshot, addSource, correct } from './sources.ts'
import type { Speaker, Topic, World } from './world.ts'

/** How far the whole has come. `slugs` are those that disputed points have. */
export type Tally = { claims: number; wanted: number; disputes: number; slugs: Set<string> }

/** A question of an affair: the answers given to it, and the claims that gave each. */
type Point = { fact: Fact; question: string; answers: { value: Value; claims: MadeClaim[] }[] }

type Affair = {
  place: string
  matter: Matter
  topics: readonly Topic[]
  cast: readonly Speaker[]
  points: Point[]
  /** What has been claimed, word for word. */
  said: Set<string>
}

const CLAIMS_PER_DISPUTE = 200
export const CLAIMS_PER_SOURCE = 5
const CLAIMS_MEDIAN = 4.2
const CLAIMS_SPREAD = 0.6
const SOURCES_MEDIAN = 5
const SOURCES_SPREAD = 0.8
const REPEATED = 0.1
const CORRECTED = 0.04
const RELATED = 0.5
/** How many claims say more than their point. One that says only that, in words that were used before, is mostly a further appearance. */
const CIRCUMSTANTIAL = 0.6
const SAID_AGAIN = 0.05

const TEN_YEARS_MS = 3_652 * DAY_MS

const HOW_PUT: Weights<HowPut> = [
  ['asserted', 62],
  ['reported', 22],
  ['denied', 11],
  ['questioned', 5],
]

/** The first answer is the one most people give. */
const ANSWERS: Weights<number> = [
  [0, 55],
  [1, 33],
  [2, 12],
]

/** One thing that happened: what was written about it, what was claimed in that, and where the claims disagree. */
export function addAffair(world: World, batch: Batch, tally: Tally): void {
  const affair = startAffair(world)
  const sources = Math.min(
    60,
    Math.max(1, Math.round(logNormal(world.random, SOURCES_MEDIAN, SOURCES_SPREAD))),
  )
  for (let made = 0; made < sources && tally.claims < tally.wanted; made++)
    tally.claims += cover(world, batch, affair, tally)
  for (const point of affair.points) relate(world, batch, point)
  settle(world, batch, affair, tally)
}

function startAffair(world: World): Affair {
  const { random, clock, names } = world
  const matter = MATTERS[world.anyMatter()]!
  const place = world.anyPlace()
  const points = matter.facts.map((fact, index) => ({
    fact,
    question: fill(matter.questions[index]!, { place }),
    answers: makeValues(random, fact, between(random, 2, 3), clock.now(), names.organisations).map(value => ({
      value,
      claims: [],
    })),
  }))
  const cast = Array.from({ length: between(random, 4, 12) }, world.anySpeaker)
  const topics = matter.topics.map(name => world.topics.get(name)!)
  return { place, matter, topics, cast, points, said: new Set() }
}

/** Adds one item about the affair with its claims; returns how many are new. */
function cover(world: World, batch: Batch, affair: Affair, tally: Tally): number {
  const { random, clock } = world
  const pause = (TEN_YEARS_MS * CLAIMS_PER_SOURCE) / tally.wanted
  clock.advance(-Math.log(1 - random()) * pause)
  const published = new Date(clock.now().getTime() - between(random, 0, 3) * DAY_MS)
  const actorId = pick(random, world.researchers)
  const title = fill(pick(random, affair.matter.titles), { place: affair.place })
  const repeated = repeats(world, affair)
  const count = Math.min(24, Math.max(1, Math.round(logNormal(random, CLAIMS_MEDIAN, CLAIMS_SPREAD))))
  const plans = Array.from({ length: Math.min(count, tally.wanted - tally.claims) }, () =>
    plan(world, affair),
  )
  const source = addSource(world, batch, title, published, actorId)
  const paragraphs = compose(random, world.prose, published, [
    ...plans.map(plan => plan.mention),
    ...repeated.map(again => again.mention),
  ])
  const snapshot = addSnapshot(world, batch, source.id, paragraphs, actorId)
  for (const { answer, ...plan } of plans) {
    const topics = topicsOf(world, affair)
    answer.claims.push(addClaim(world, batch, plan, snapshot, published, topics))
  }
  for (const { claim, mention } of repeated) addFurtherAppearance(world, batch, claim, mention, snapshot)
  if (chance(random, CORRECTED)) addSnapshot(world, batch, source.id, correct(world, paragraphs), actorId)
  return plans.length
}

function plan(
  world: World,
  { points, place, cast, said }: Affair,
): Plan & { answer: Point['answers'][number] } {
  const { random } = world
  const { answers } = pick(random, points)
  const answer = answers[Math.min(answers.length - 1, weighted(random, ANSWERS))]!
  const phrase = tell(world, answer.value, place, said)
  const before = makePhrase(random, answer.value, place)
  const speaker = pick(random, cast)
  const howPut = weighted(random, HOW_PUT)
  return { answer, phrase, before, speaker, howPut, mention: MENTION[howPut](random, phrase, speaker.name) }
}

/** Words for an answer, with what belongs to it: nobody tells the same twice, or hardly ever. */
function tell(
  { random, circumstance, clock }: World,
  value: Value,
  place: string,
  said: Set<string>,
): Phrase {
  const phrase = makePhrase(random, value, place)
  const more = chance(random, CIRCUMSTANTIAL) || (said.has(phrase.text) && !chance(random, SAID_AGAIN))
  const text = more ? phrase.text + circumstance(random, clock.now()) : phrase.text
  said.add(text)
  return { ...phrase, text }
}

/** Claims made elsewhere in the affair that this item carries too. */
function repeats({ random }: World, { points }: Affair): { claim: MadeClaim; mention: Mention }[] {
  const known = points.flatMap(({ answers }) => answers.flatMap(({ claims }) => claims))
  const count = Math.min(
    known.length,
    Math.round(logNormal(random, CLAIMS_MEDIAN, CLAIMS_SPREAD) * REPEATED * 1.3),
  )
  return shuffled(random, known)
    .slice(0, count)
    .map(claim => ({ claim, mention: MENTION[claim.howPut](random, claim.phrase, claim.speaker.name) }))
}

function topicsOf({ random, anyTopic }: World, { topics }: Affair): Topic[] {
  const chosen = shuffled(random, topics).slice(0, between(random, 1, 2))
  const another = anyTopic()
  return chance(random, 0.4) && !chosen.includes(another) ? [...chosen, another] : chosen
}

function relate(world: World, batch: Batch, { fact, answers }: Point): void {
  const { random } = world
  const claims = answers.flatMap(answer => answer.claims.map(claim => ({ claim, answer })))
  for (const [index, { claim, answer }] of claims.entries()) {
    if (index === 0 || !chance(random, RELATED)) continue
    const other = claims[between(random, 0, index - 1)]!
    // The first claims of two answers are the pair that a disputed point rests on.
    if (claim === answer.claims[0] && other.claim === other.answer.claims[0]) continue
    addRelation(world, batch, other.claim, claim, { sameValue: other.answer === answer, about: fact.about })
  }
}

/** Opens disputed points until there are as many as the claims so far call for. */
function settle(world: World, batch: Batch, { points }: Affair, tally: Tally): void {
  const disputed = points
    .map(point => ({
      ...point,
      sides: point.answers.map(({ claims }) => claims).filter(({ length }) => length > 0),
    }))
    .filter(({ sides }) => sides.length > 1)
    .toSorted((a, b) => b.sides.flat().length - a.sides.flat().length)
  for (const { fact, question, sides } of disputed) {
    if (tally.disputes >= tally.claims / CLAIMS_PER_DISPUTE) return
    const [[one], [other]] = [sides[0]!, sides[1]!]
    addRelation(world, batch, one!, other!, { sameValue: false, about: fact.about, fate: 'confirmed' })
    addDispute(world, batch, question, sides, { slugs: tally.slugs, published: tally.disputes % 2 === 0 })
    tally.disputes++
  }
}
