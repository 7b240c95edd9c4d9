/** What is known of a claim when others are sought that speak of the same. */
export type Entry = {
  /** Of its words, names and numbers, each once, those of names first. */
  keys: Int32Array
  /** How many of the keys are of names. */
  names: number
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
  /** How many claims that share more than names are found for one at most, and how many that do not. */
  candidates: number
  namesakes: number
  /** About how many claims that share one of its keys are looked at for one claim. */
  hits: number
}

export const LIMITS: IndexLimits = { candidates: 160, namesakes: 120, hits: 3_000 }

/** However common they are, so many of the rarest keys are looked at. */
const FEWEST_KEYS = 2

/** How many keys two claims of one matter share at least, but for short ones. */
const LEAST_SHARED = 2

/** What decides among claims that share as large a part of their keys: how rare those are, then who spoke of what. */
const RARITY = 0.01
const SAME_SPEAKER = 0.003
const SHARED_TOPIC = 0.006

/** Integers, as many as are added. */
function createList() {
  let values = new Int32Array(1_024)
  let size = 0
  return {
    add: (value: number) => {
      if (size === values.length) {
        const more = new Int32Array(size * 1.5)
        more.set(values)
        values = more
      }
      values[size++] = value
    },
    at: (index: number) => values[index]!,
    set: (index: number, value: number) => {
      values[index] = value
    },
    size: () => size,
  }
}

type Scored = { claim: number; score: number }

/** Those with the highest scores, the highest first; of equal ones the later. */
function best(found: readonly Scored[], most: number): number[] {
  const order = (one: Scored, other: Scored) => other.score - one.score || other.claim - one.claim
  if (found.length <= most) return found.toSorted(order).map(one => one.claim)
  const last = Float64Array.from(found, one => one.score).toSorted()[found.length - most]!
  return found
    .filter(one => one.score >= last)
    .toSorted(order)
    .slice(0, most)
    .map(one => one.claim)
}

/**
 * An inverted index: per key the claims that have it, the latest first, as a chain through one list of numbers. The
 * rarest keys are looked at first, and only as far as `hits` go, so that a claim costs the same however many there are.
 * Claims that name something else altogether are left out. The others are ordered by the part of both claims' keys that is
 * shared (Dice 1945), then by how rare those are (the logarithm of the share of claims: Spärck Jones 1972), with all their
 * keys, also those too common to be looked at.
 */
export function createIndex(limits: IndexLimits = LIMITS): CandidateIndex {
  const keyNumbers = new Map<number, number>()
  /** Per key how many claims have it, and the last place where it stands. */
  const [counts, lastPlace] = [createList(), createList()]
  /** Per place of a key in a claim: the key, the claim, and the place before of the same key. */
  const [keyAt, claimAt, placeBefore] = [createList(), createList(), createList()]
  /** Per claim. */
  const [firstPlace, nameCounts, speakers] = [createList(), createList(), createList()]
  const [firstTopic, topics] = [createList(), createList()]
  firstPlace.add(0)
  firstTopic.add(0)
  let seen = new Uint8Array(1_024)
  /** Of the keys that are sought: how rare they are; negative for names. */
  let weights = new Float32Array(1_024)

  function sharesTopic(claim: number, wanted: readonly number[]): boolean {
    for (let at = firstTopic.at(claim); at < firstTopic.at(claim + 1); at++)
      if (wanted.includes(topics.at(at))) return true
    return false
  }

  /** Claims that have one of the rarest keys, each once. */
  function look(keys: readonly number[]): number[] {
    const found: number[] = []
    let left = limits.hits
    for (const [nth, key] of keys.toSorted((one, other) => counts.at(one) - counts.at(other)).entries()) {
      const most = nth < FEWEST_KEYS ? limits.hits : left
      let place = lastPlace.at(key)
      for (let hits = 0; place >= 0 && hits < most; hits++) {
        left--
        const claim = claimAt.at(place)
        place = placeBefore.at(place)
        if (seen[claim] === 1) continue
        seen[claim] = 1
        found.push(claim)
      }
      if (left <= 0 && nth >= FEWEST_KEYS - 1) break
    }
    for (const claim of found) seen[claim] = 0
    return found
  }

  /**
   * How likely a claim speaks of the same, and whether it shares more than names, as whatever is told of one town does;
   * null when it names something else altogether.
   */
  function judge(claim: number, entry: Entry): (Scored & { further: boolean }) | null {
    const [from, to] = [firstPlace.at(claim), firstPlace.at(claim + 1)]
    let [shared, names, weight] = [0, 0, 0]
    for (let place = from; place < to; place++) {
      const rare = weights[keyAt.at(place)]!
      if (rare === 0) continue
      shared++
      if (rare < 0) names++
      weight += Math.abs(rare)
    }
    if (names === 0 && entry.names > 0 && nameCounts.at(claim) > 0) return null
    const score =
      shared / (entry.keys.length + to - from) +
      weight * RARITY +
      (speakers.at(claim) === entry.speaker ? SAME_SPEAKER : 0) +
      (sharesTopic(claim, entry.topics) ? SHARED_TOPIC : 0)
    return { claim, score, further: shared > Math.max(names, LEAST_SHARED - 1) }
  }

  function find(entry: Entry): number[] {
    const size = speakers.size()
    if (seen.length < size) seen = new Uint8Array(size * 1.5)
    if (weights.length < counts.size()) weights = new Float32Array(counts.size() * 1.5)
    const keys: number[] = []
    for (const [nth, key] of entry.keys.entries()) {
      const number = keyNumbers.get(key)
      if (number === undefined) continue
      keys.push(number)
      weights[number] = Math.log(1 + size / counts.at(number)) * (nth < entry.names ? -1 : 1)
    }
    const [found, namesakes]: [Scored[], Scored[]] = [[], []]
    for (const claim of look(keys)) {
      const judged = judge(claim, entry)
      if (judged !== null) (judged.further ? found : namesakes).push(judged)
    }
    for (const key of keys) weights[key] = 0
    return [...best(found, limits.candidates), ...best(namesakes, limits.namesakes)]
  }

  function add(entry: Entry): void {
    const claim = speakers.size()
    for (const key of entry.keys) {
      let number = keyNumbers.get(key)
      if (number === undefined) {
        keyNumbers.set(key, (number = counts.size()))
        counts.add(0)
        lastPlace.add(-1)
      }
      counts.set(number, counts.at(number) + 1)
      placeBefore.add(lastPlace.at(number))
      lastPlace.set(number, keyAt.size())
      keyAt.add(number)
      claimAt.add(claim)
    }
    firstPlace.add(keyAt.size())
    nameCounts.add(entry.names)
    speakers.add(entry.speaker)
    for (const topic of entry.topics) topics.add(topic)
    firstTopic.add(topics.size())
  }

  return { find, add, size: speakers.size }
}
