import type { HowPut } from '#domain/vocabulary.ts'
import { fewAgreeing, MOST_AGREEING } from '../suggestions/agreeing.ts'
import type { AnalysedClaim } from '../suggestions/analyses.ts'
import type { Detector } from '../suggestions/detector.ts'
import { compareClaims, type Finding, type FoundPair } from '../suggestions/finding.ts'
import { FRUITLESS } from '../suggestions/likely.ts'
import { createIndex, type Entry } from './candidate-index.ts'
import { keysOf } from './keys.ts'
import { createTextMemory } from './text-memory.ts'

/** A claim as it is read for a scan: plain data, its analysis still as it is stored. */
export type ScannedClaim = {
  id: string
  version: number
  statement: string
  howPut: HowPut
  speakerId: string
  /** ISO days. */
  saidFrom: string | null
  saidTo: string | null
  topicIds: readonly string[]
  /** Null when it is still to be made. */
  analysis: string | null
}

export type ComparableClaim = ScannedClaim & { analysis: string }

/** An analysis that was missing, as it is to be stored. */
export type MadeAnalysis = { claimId: string; revision: number; json: string }

export type Compared = {
  pairs: FoundPair[]
  /** How many pairs were compared. */
  compared: number
}

export type Comparer = {
  /** Makes the analyses of claims. */
  analyse: (claims: readonly ScannedClaim[]) => MadeAnalysis[]
  /** Adds claims without comparing them with those before. */
  remember: (claims: readonly ComparableClaim[]) => Compared
  /**
   * Compares each claim with those before that speak of the same, and adds it. Where several share the work, each adds
   * all claims, and compares its own part of them.
   */
  compare: (claims: readonly ComparableClaim[], part?: Part) => Compared
  /** Compares the two claims of each pair, and adds none. */
  judge: (pairs: readonly (readonly [ComparableClaim, ComparableClaim])[]) => Finding[]
}

/** Every `of`th claim, from the one numbered `nth` on. */
export type Part = { nth: number; of: number }

const WHOLE: Part = { nth: 0, of: 1 }
const NOTHING: Part = { nth: -1, of: 1 }

/** Analyses that are at hand as objects: claims made after one another speak of the same more often than others. */
const AT_HAND = 8_000

/** More claims make a large store, in which so many of those that are found for one are looked at. */
const LARGE = 20_000
const MOST_OF_LARGE = 40

/** Compares claims one after the other with all that came before: each pair once, on the side of the later claim. */
export function createComparer(detector: Detector): Comparer {
  const index = createIndex()
  const memory = createTextMemory()
  const atHand = new Map<number, AnalysedClaim>()
  const numbers = new Map<string, number>()
  let size = 0

  const numberOf = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size)
    return numbers.size - 1
  }

  function keepAtHand(number: number, claim: AnalysedClaim): void {
    atHand.set(number, claim)
    if (atHand.size <= AT_HAND) return
    for (const oldest of atHand.keys()) {
      atHand.delete(oldest)
      return
    }
  }

  function recall(number: number): AnalysedClaim {
    const known = atHand.get(number)
    const claim = known ?? read(memory.read(number))
    atHand.delete(number)
    keepAtHand(number, claim)
    return claim
  }

  /** The pairs of a claim with those before that cannot both be true, and how many were compared. */
  function findPairs(claim: AnalysedClaim, entry: Entry): Pick<Compared, 'pairs' | 'compared'> {
    const pairs: FoundPair[] = []
    const [patience, most] =
      size > LARGE ? [FRUITLESS.large, MOST_OF_LARGE] : [FRUITLESS.small, Number.POSITIVE_INFINITY]
    let [compared, fruitless] = [0, 0]
    for (const number of index.find(entry).slice(0, most)) {
      if (fruitless >= patience) break
      const other = recall(number)
      if (!detector.areWorthComparing(claim.analysis, other.analysis)) continue
      compared++
      fruitless++
      const { flagged, ...pair } = compareClaims(claim, other, detector)
      if (!flagged) continue
      pairs.push(pair)
      fruitless = 0
    }
    return { pairs, compared }
  }

  function take(claims: readonly ComparableClaim[], { nth, of }: Part): Compared {
    const result: Compared = { pairs: [], compared: 0 }
    for (const comparable of claims) {
      const text = write(comparable)
      const claim = read(text)
      const entry = {
        ...keysOf(claim.analysis),
        speaker: numberOf(claim.speakerId),
        topics: comparable.topicIds.map(numberOf),
      }
      if (size % of === nth) {
        const { pairs, compared } = findPairs(claim, entry)
        result.pairs.push(...fewAgreeing(pairs, MOST_AGREEING))
        result.compared += compared
      }
      index.add(entry)
      memory.add(text)
      keepAtHand(size++, claim)
    }
    return result
  }

  return {
    analyse: claims =>
      claims.map(({ id, version, statement }) => ({
        claimId: id,
        revision: version,
        json: JSON.stringify(detector.analyse(statement)),
      })),
    remember: claims => take(claims, NOTHING),
    compare: (claims, part = WHOLE) => take(claims, part),
    judge: pairs =>
      pairs.map(([one, other]) => compareClaims(read(write(one)), read(write(other)), detector)),
  }
}

/** What the comparison needs of a claim: a line of its facts and, behind it, its analysis as it is stored. */
function write(claim: ComparableClaim): string {
  const { id, version, howPut, speakerId, saidFrom, saidTo, statement, analysis } = claim
  return `${JSON.stringify([id, version, howPut, speakerId, saidFrom, saidTo, statement])}\n${analysis}`
}

function read(text: string): AnalysedClaim {
  const end = text.indexOf('\n')
  const [id, version, howPut, speakerId, saidFrom, saidTo, statement] = JSON.parse(text.slice(0, end))
  return {
    id,
    version,
    howPut,
    speakerId,
    saidFrom: saidFrom === null ? null : new Date(saidFrom),
    saidTo: saidTo === null ? null : new Date(saidTo),
    statement,
    analysis: JSON.parse(text.slice(end + 1)),
  }
}
