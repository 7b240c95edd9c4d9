import { slugCandidates } from '#domain/slug.ts'
import type { Batch } from './batch.ts'
import { type Clock, createClock } from './clock.ts'
import { MATTERS, MORE_TOPICS } from './matters.ts'
import { makeNames, makeOutlets, makePersonName, makePlaces, makeSpeakers, type Names } from './names.ts'
import { createProse, type Prose } from './prose.ts'
import { type Random, seeded, zipf } from './random.ts'

export type Topic = { id: string; name: string }
export type Speaker = { id: string; name: string }

/** Who and what the made-up news is about, and the chances with which each comes up. */
export type World = {
  random: Random
  clock: Clock
  names: Names
  prose: Prose
  circumstance: Prose
  /** Ids of people with accounts, as in a newsroom: many who annotate, few who decide. */
  researchers: readonly string[]
  editors: readonly string[]
  topics: ReadonlyMap<string, Topic>
  anyMatter: () => number
  anyTopic: () => Topic
  anySpeaker: () => Speaker
  anyOutlet: () => string
  anyPlace: () => string
}

export const START = new Date('2016-01-04T06:00:00.000Z')

const RESEARCHERS = 9
const EDITORS = 3

/** As a collection grows its speakers, outlets and places grow more slowly (Heaps' law). */
const speakersOf = (claims: number) => Math.ceil(3 * claims ** 0.62)
const outletsOf = (claims: number) => Math.ceil(2 * claims ** 0.42)
const placesOf = (claims: number) => Math.ceil(6 * claims ** 0.6)

const TOPIC_EXPONENT = 0.9
const SPEAKER_EXPONENT = 0.85
const OUTLET_EXPONENT = 1
const PLACE_EXPONENT = 0.7
const MATTER_EXPONENT = 0.5

/** Adds the accounts, topics and speakers to `batch`. */
export function createWorld(
  seed: number,
  claims: number,
  openBatch: (clock: Clock) => Batch,
): World & { batch: Batch } {
  const random = seeded(seed)
  const clock = createClock(START, random)
  const batch = openBatch(clock)
  const names = makeNames(random)
  const draw = <Item>(items: readonly Item[], exponent: number) => {
    const rank = zipf(items.length, exponent)
    return () => items[rank(random)]!
  }
  const researchers = addPeople(random, clock, batch, names, 'researcher', RESEARCHERS)
  const editors = addPeople(random, clock, batch, names, 'editor', EDITORS)
  const topics = addTopics(clock, batch, researchers[0]!)
  const speakers = addSpeakers(random, clock, batch, names, speakersOf(claims), researchers[0]!)
  return {
    random,
    clock,
    batch,
    names,
    ...createProse(names),
    researchers,
    editors,
    topics: new Map(topics.map(topic => [topic.name, topic])),
    anyMatter: draw([...MATTERS.keys()], MATTER_EXPONENT),
    anyTopic: draw(topics, TOPIC_EXPONENT),
    anySpeaker: draw(speakers, SPEAKER_EXPONENT),
    anyOutlet: draw(makeOutlets(random, names, outletsOf(claims)), OUTLET_EXPONENT),
    anyPlace: draw(makePlaces(names, placesOf(claims)), PLACE_EXPONENT),
  }
}

/** Nobody can sign in as one of them: they have no password. */
function addPeople(
  random: Random,
  clock: Clock,
  batch: Batch,
  names: Names,
  role: 'researcher' | 'editor',
  count: number,
): string[] {
  return Array.from({ length: count }, (_, index) => {
    const id = clock.newId()
    const name = makePersonName(random, names)
    const email = `${role}-${index + 1}-${id}@stress.example`
    const at = clock.now()
    batch.add('user', {
      id,
      name,
      email,
      emailVerified: true,
      role,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
    batch.record('account.created', id, null, { to: { name, email, role } })
    return id
  })
}

function addTopics(clock: Clock, batch: Batch, actorId: string): Topic[] {
  return MORE_TOPICS.map(name => {
    const id = clock.newId()
    const slug = slugCandidates(name).next().value
    batch.add('topic', { id, name, slug })
    batch.record('topic.created', id, actorId, { to: { name, slug } })
    return { id, name }
  })
}

function addSpeakers(
  random: Random,
  clock: Clock,
  batch: Batch,
  names: Names,
  count: number,
  actorId: string,
): Speaker[] {
  return makeSpeakers(random, names, count).map(made => {
    const id = clock.newId()
    batch.add('speaker', { id, ...made, disambiguation: '', version: 1, createdAt: clock.now() })
    batch.record('speaker.created', id, actorId, {
      to: { name: made.name, kind: made.kind, role: made.role },
    })
    return { id, name: made.name }
  })
}
