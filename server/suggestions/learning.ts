import { type Calibration, calibrate, type Tally } from '#domain/calibration.ts'
import { REASON_TYPES, type ReasonType } from '#domain/vocabulary.ts'
import type { Db } from '../db/open.ts'
import { type TallyRow, tallyLeading } from './precision-store.ts'
import type { Factors, Leading } from './queue-store.ts'

const NOTHING: Tally = { decided: 0, confirmed: 0, promised: 0 }

/** What the desk's decisions say of the scores: of conflicts in all and by the leading reason, and of agreements. */
export type Learning = {
  overall: Calibration
  reasons: Map<ReasonType | null, Tally & Calibration>
  agreements: Calibration
}

export async function learn(db: Db): Promise<Learning> {
  const all: readonly TallyRow[] = await tallyLeading(db)
  const rows = all.filter(row => !row.agrees)
  const overall = calibrate(
    rows.reduce(
      (sum, row) => ({
        decided: sum.decided + row.decided,
        confirmed: sum.confirmed + row.confirmed,
        promised: sum.promised + row.promised,
      }),
      NOTHING,
    ),
  )
  const reasons = [...REASON_TYPES, null].map(reason => {
    const tally = rows.find(row => row.reason === reason) ?? NOTHING
    return [reason, { ...tally, ...calibrate(tally, overall) }] as const
  })
  const agreements = calibrate(all.find(row => row.agrees) ?? NOTHING)
  return { overall, reasons: new Map(reasons), agreements }
}

export function factorsOf({ reasons, agreements }: Learning): Factors {
  return new Map<Leading, number>([
    ...[...reasons].map(([reason, { factor }]) => [reason, factor] as const),
    ['agreement', agreements.factor],
  ])
}
