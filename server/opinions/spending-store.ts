import type { AdviserName } from '#domain/vocabulary.ts'
import type { Db } from '../db/open.ts'

/**
 * Takes one question of today (UTC, by the database's clock) from the budget of an adviser. False when none is left:
 * counting and looking are one statement, so that any number of processes together never exceed it.
 */
export async function spend(db: Db, adviser: AdviserName, perDay: number | null): Promise<boolean> {
  const rows = await db.$queryRaw<{ asked: number }[]>`
    INSERT INTO opinion_spending AS s (day, adviser, asked)
    VALUES ((now() AT TIME ZONE 'UTC')::date, ${adviser}::"Adviser", 1)
    ON CONFLICT (day, adviser) DO UPDATE SET asked = s.asked + 1
      WHERE ${perDay}::int IS NULL OR s.asked < ${perDay}::int
    RETURNING asked`
  return rows.length > 0
}

/** How often each adviser was asked today. */
export async function readSpent(db: Db): Promise<ReadonlyMap<AdviserName, number>> {
  const rows = await db.$queryRaw<{ adviser: AdviserName; asked: number }[]>`
    SELECT adviser, asked FROM opinion_spending WHERE day = (now() AT TIME ZONE 'UTC')::date`
  return new Map(rows.map(({ adviser, asked }) => [adviser, asked]))
}
