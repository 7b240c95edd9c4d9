import { setImmediate as letOthers } from 'node:timers/promises'
import type { z } from 'zod'
import type { CheckedClaim, checkStatement } from '#contract/suggestions.ts'
import type { HowPut } from '#domain/vocabulary.ts'
import { readClaimItems } from '../claims/read.ts'
import type { Db } from '../db/open.ts'
import { type AnalysedClaim, readAnalysed } from './analyses.ts'
import { type Analysis, type Detector, loadDetector } from './detector.ts'
import { findCandidatesFor, inOrderOf } from './likely.ts'

/** From this probability on a claim is shown as one that says the same. */
const REPEATS = 0.7

const MOST_SHOWN = 20

/** A person waits for the answer: the likeliest are compared. */
const MOST_COMPARED = 60

/** Comparisons before requests that wait get their turn. */
const AT_ONCE = 25

export type Checked = Omit<CheckedClaim, 'claim'> & { id: string; version: number; flagged: boolean }

/** Which stored claims a statement may conflict with, and which say the same. Nothing of it is stored. */
export async function check(
  db: Db,
  { statement, howPut }: { statement: string; howPut?: HowPut | undefined },
): Promise<z.input<typeof checkStatement.reply>> {
  const detector = await loadDetector()
  const analysis = detector.analyse(statement)
  const ids = await findCandidatesFor(db, { id: null, speakerId: null, statement, analysis })
  const claims = inOrderOf(ids, await readAnalysed(db, ids, detector), analysis, detector)
  const found: Checked[] = []
  for (const [index, claim] of claims.slice(0, MOST_COMPARED).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await letOthers()
    found.push(compareWith({ statement, howPut, analysis }, claim, detector))
  }
  const { conflicts, repeats } = chooseStrongest(found, MOST_SHOWN)
  const shown = [...conflicts, ...repeats].map(one => one.id)
  const items = new Map((await readClaimItems(db, shown, 'all')).map(item => [item.id, item]))
  const view = ({ id, kind, contradicts, agrees, reasons }: Checked): CheckedClaim[] => {
    const claim = items.get(id)
    return claim ? [{ claim, kind, contradicts, agrees, reasons }] : []
  }
  return { conflicts: conflicts.flatMap(view), repeats: repeats.flatMap(view) }
}

/** What conflicts and what says the same, the likeliest `most` of each first. */
export function chooseStrongest(found: readonly Checked[], most: number) {
  const strongest = (chosen: Checked[], by: (one: Checked) => number) =>
    chosen.toSorted((one, other) => by(other) - by(one)).slice(0, most)
  return {
    conflicts: strongest(
      found.filter(one => one.flagged),
      one => one.contradicts,
    ),
    repeats: strongest(
      found.filter(one => !one.flagged && (one.kind === 'duplicate' || one.agrees >= REPEATS)),
      one => one.agrees,
    ),
  }
}

const span = (text: string, start: number, end: number) => ({ start, end, exact: text.slice(start, end) })

/** A statement that is only written, beside a stored claim. */
export function compareWith(
  own: { statement: string; howPut?: HowPut | undefined; analysis: Analysis },
  claim: AnalysedClaim,
  { compare }: Detector,
): Checked {
  const { contradicts, agrees, kind, reasons, flagged } = compare(own.analysis, claim.analysis, {
    howPutA: own.howPut,
    howPutB: claim.howPut,
  })
  return {
    id: claim.id,
    version: claim.version,
    kind,
    contradicts,
    agrees,
    flagged,
    reasons: reasons.map(({ type, sentence, aStart, aEnd, bStart, bEnd }) => ({
      type,
      explanation: sentence,
      own: span(own.statement, aStart, aEnd),
      theirs: span(claim.statement, bStart, bEnd),
    })),
  }
}
