import { setImmediate as letOthers } from 'node:timers/promises'
import type { z } from 'zod'
import type { CheckedClaim, checkStatement } from '#contract/suggestions.ts'
import type { HowPut } from '#domain/vocabulary.ts'
import { readClaimItems } from '../claims/read.ts'
import type { Db } from '../db/open.ts'
import { type AnalysedClaim, readAnalysed } from './analyses.ts'
import { chooseWords, findCandidates, weighWords } from './candidate-store.ts'
import { type Analysis, type Detector, loadDetector } from './detector.ts'

/** From this probability on a claim is shown as one that says the same. */
const REPEATS = 0.7

const MOST_SHOWN = 20

/** Comparisons before requests that wait get their turn. */
const AT_ONCE = 25

export type Checked = Omit<CheckedClaim, 'claim'> & { id: string; version: number; flagged: boolean }

/** Which stored claims a statement may conflict with, and which say the same. Nothing of it is stored. */
export async function check(
  db: Db,
  { statement, howPut }: { statement: string; howPut?: HowPut | undefined },
): Promise<z.input<typeof checkStatement.reply>> {
  const detector = await loadDetector()
  const words = chooseWords(await weighWords(db, statement))
  const claims = await readAnalysed(
    db,
    await findCandidates(db, { id: null, speakerId: null }, words),
    detector,
  )
  const analysis = detector.analyse(statement)
  const found: Checked[] = []
  for (const [index, claim] of claims.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await letOthers()
    if (detector.areWorthComparing(analysis, claim.analysis))
      found.push(compareWith({ statement, howPut, analysis }, claim, detector))
  }
  const { conflicts, repeats } = chooseStrongest(found, MOST_SHOWN)
  const ids = [...conflicts, ...repeats].map(one => one.id)
  const items = new Map((await readClaimItems(db, ids, 'all')).map(item => [item.id, item]))
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
