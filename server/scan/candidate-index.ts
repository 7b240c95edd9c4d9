/** What is known of a claim when others are sought that speak of the same. */
export type Entry = {
  /** Of its words, names and numbers, each once. */
  keys: Int32Array
  speaker: number
  topics: readonly number[]
}

export type CandidateIndex = {
  /** Numbers of the claims added so far that speak most likely of the same, the likeliest first. */
  find: (entry: Entry) => number[]
  /** Adds a claim; the first one has the number 0, the next one 1. */
  add: (entry: Entry) => void
  size: () => number
}

export type IndexLimits = {
  /** How many claims are found for one at most. */
  candidates: number
  /** About how many entries of the lists of its keys are looked at for one claim. */
  hits: number
}

export const LIMITS: IndexLimits = { candidates: 100, hits: 2_000 }

/** However common they are, so many of the rarest keys are looked at. */
const FEWEST_KEYS = 2

/** What decides among claims that share as large a part of their keys: how rare those are, then who spoke of what. */
const RARITY = 0.01
const SAME_SPEAKER = 0.003
const SHARED_TOPIC = 0.006

/** Integers, as many as are added. */
function createList(capacity: number) {
  let values = new Int32Array(capacity)
  let size = 0
  return {
    add: (value: number) => {
      if (size === values.length) {
        const more = new Int32Array(Math.ceil(size * 1.5) + 2)
        more.set(values)
        values = more
      }
      values[size++] = value
    },
    at: (index: number) => values[index]!,
    size: () => size,
  }
}

type List = ReturnType<typeof createList>

/** Those with the highest scores, the highest first; of equal ones the later. */
function best(found: readonly number[], scores: Float64Array, most: number): number[] {
  const place = found.map((_, at) => at)
  const last = found.length > most ? scores.toSorted()[found.length - most]! : Number.NEGATIVE_INFINITY
  return place
    .filter(at => scores[at]! >= last)
    .toSorted((one, other) => scores[other]! - scores[one]! || found[other]! - found[one]!)
    .slice(0, most)
    .map(at => found[at]!)
}

/**
 * An inverted index: a list of claims per key. The rarest keys are looked at first, and only as far as `hits` go, so that
 * a claim costs the same however many there are. What is found is ordered by the part of both claims' keys that is shared
 * (Dice 1945), then by how rare those are (the logarithm of the share of claims: Spärck Jones 1972).
 */
export function createIndex(limits: IndexLimits = LIMITS): CandidateIndex {
  const lists = new Map<number, List>()
  const speakers = createList(1_024)
  const keyCounts = createList(1_024)
  const topicStart = createList(1_024)
  const topics = createList(1_024)
  topicStart.add(0)
  let shared = new Uint16Array(1_024)
  let weights = new Float32Array(1_024)

  function sharesTopic(claim: number, wanted: readonly number[]): boolean {
    for (let at = topicStart.at(claim); at < topicStart.at(claim + 1); at++)
      if (wanted.includes(topics.at(at))) return true
    return false
  }

  /** Notes of every claim that shares a key how many it shares and what they weigh. Returns those claims. */
  function look(keys: Int32Array): number[] {
    const size = speakers.size()
    if (shared.length < size) {
      shared = new Uint16Array(Math.ceil(size * 1.5))
      weights = new Float32Array(shared.length)
    }
    const found: number[] = []
    let [hits, looked] = [0, 0]
    const known = [...keys].flatMap(key => lists.get(key) ?? [])
    for (const list of known.toSorted((one, other) => one.size() - other.size())) {
      if (looked >= FEWEST_KEYS && hits + list.size() > limits.hits) break
      looked++
      const weight = Math.log(1 + size / list.size())
      // Of a key that is too common the latest claims alone.
      for (let at = Math.max(0, list.size() - limits.hits); at < list.size(); at++) {
        hits++
        const claim = list.at(at)
        if (shared[claim] === 0) found.push(claim)
        shared[claim]!++
        weights[claim]! += weight
      }
    }
    return found
  }

  return {
    size: speakers.size,
    add: entry => {
      const number = speakers.size()
      speakers.add(entry.speaker)
      keyCounts.add(entry.keys.length)
      for (const topic of entry.topics) topics.add(topic)
      topicStart.add(topics.size())
      for (const key of entry.keys) {
        let list = lists.get(key)
        if (list === undefined) lists.set(key, (list = createList(2)))
        list.add(number)
      }
    },
    find: entry => {
      const found = look(entry.keys)
      const scores = Float64Array.from(
        found,
        claim =>
          shared[claim]! / (entry.keys.length + keyCounts.at(claim)) +
          weights[claim]! * RARITY +
          (speakers.at(claim) === entry.speaker ? SAME_SPEAKER : 0) +
          (sharesTopic(claim, entry.topics) ? SHARED_TOPIC : 0),
      )
      for (const claim of found) shared[claim] = weights[claim] = 0
      return best(found, scores, limits.candidates)
    },
  }
}
