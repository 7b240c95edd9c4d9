import { setImmediate as letOthers } from 'node:timers/promises'
import type { Finding } from '#contract/checks.ts'
import type { Db } from '../db/open.ts'
import { type AnalysedClaim, readAnalysed } from '../suggestions/analyses.ts'
import { chooseWords, favourNames, weighWordsOf } from '../suggestions/candidate-store.ts'
import { type Checked, chooseStrongest, compareWith } from '../suggestions/check.ts'
import { type Detector, loadDetector } from '../suggestions/detector.ts'
import { namesIn } from '../suggestions/likely.ts'
import { findCandidatesOf } from '../suggestions/sentence-candidate-store.ts'

/** How many claims a sentence is compared with: a fifth of what a claim is, as a draft holds many sentences. */
const CANDIDATES = 40

/** About how many claims may hold one of the words of a sentence that are asked for. */
const HITS = 1_500

/** Sentences whose candidates are looked for in one statement; the embedded database answers nobody else meanwhile. */
const SENTENCES_AT_ONCE = 50

/** Comparisons before requests that wait get their turn. */
const AT_ONCE = 100

const MOST_SHOWN = 5

export type Found = { conflicts: Finding[]; repeats: Finding[] }

/** What each of several sentences conflicts with and what it repeats, in their order. Nothing is stored of them. */
export async function compareSentences(
  db: Db,
  sentences: readonly string[],
): Promise<{ modelVersion: string; found: Found[] }> {
  const detector = await loadDetector()
  // A sentence that stands twice is looked at once.
  const different = [...new Set(sentences)]
  const found = new Map<string, Found>()
  for (let from = 0; from < different.length; from += SENTENCES_AT_ONCE) {
    const batch = different.slice(from, from + SENTENCES_AT_ONCE)
    const compared = await compareBatch(db, batch, detector)
    for (const [index, sentence] of batch.entries()) found.set(sentence, compared[index] ?? NOTHING)
  }
  return {
    modelVersion: detector.modelVersion,
    found: sentences.map(sentence => found.get(sentence) ?? NOTHING),
  }
}

const NOTHING: Found = { conflicts: [], repeats: [] }

async function compareBatch(db: Db, sentences: readonly string[], detector: Detector): Promise<Found[]> {
  const analyses = sentences.map(detector.analyse)
  const words = (await weighWordsOf(db, sentences)).map((weighed, index) =>
    chooseWords(favourNames(weighed, namesIn(analyses[index]!)), HITS),
  )
  const candidates = await findCandidatesOf(db, words, CANDIDATES)
  const claims = new Map<string, AnalysedClaim>()
  for (const claim of await readAnalysed(db, [...new Set(candidates.flat())], detector))
    claims.set(claim.id, claim)
  let compared = 0
  const found: Found[] = []
  for (const [index, statement] of sentences.entries()) {
    const own = { statement, analysis: analyses[index]! }
    const checked: Checked[] = []
    for (const id of candidates[index] ?? []) {
      const claim = claims.get(id)
      if (claim && detector.areWorthComparing(own.analysis, claim.analysis))
        checked.push(compareWith(own, claim, detector))
      if (++compared % AT_ONCE === 0) await letOthers()
    }
    const { conflicts, repeats } = chooseStrongest(checked, MOST_SHOWN)
    found.push({ conflicts: conflicts.map(viewFinding), repeats: repeats.map(viewFinding) })
  }
  return found
}

function viewFinding({ id, version, kind, contradicts, agrees, reasons }: Checked): Finding {
  return { claimId: id, claimVersion: version, kind, contradicts, agrees, reasons }
}
