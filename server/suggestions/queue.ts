import type { z } from 'zod'
import type * as contract from '#contract/suggestions.ts'
import { measureShare } from '#domain/wilson.ts'
import { toPage } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { readRelations } from '../relations/read.ts'
import * as store from './queue-store.ts'

type Paging = { cursor?: string | undefined; limit: number }

/** A page of the pairs that wait for a decision, the likeliest first. */
export async function listQueue(
  db: Db,
  { cursor, limit, ...filter }: store.QueueFilter & Paging,
): Promise<z.input<typeof contract.listSuggestions.reply>> {
  const { items, next } = toPage(
    await store.listQueue(db, filter, { cursor, limit }),
    limit,
    row => [row.place, row.id],
    row => row.id,
  )
  return { items: await readRelations(db, items), next }
}

export async function countQueue(
  db: Db,
  filter: store.QueueFilter,
): Promise<z.input<typeof contract.countSuggestions.reply>> {
  const rows = await store.countQueue(db, filter)
  return {
    total: rows.find(row => row.reason === null)?.pairs ?? 0,
    reasons: rows.flatMap(({ reason, pairs }) => (reason === null ? [] : [{ reason, pairs }])),
  }
}

/** How often the desk confirmed what was suggested. */
export async function readPrecision(db: Db): Promise<z.input<typeof contract.readPrecision.reply>> {
  const rows = await store.countDecided(db)
  const overall = rows.find(row => row.reason === null)
  return {
    overall: viewPrecision(overall ?? { confirmed: 0, otherwise: 0, dismissed: 0 }),
    reasons: rows.flatMap(row =>
      row.reason === null ? [] : [{ reason: row.reason, ...viewPrecision(row) }],
    ),
  }
}

function viewPrecision({
  confirmed,
  otherwise,
  dismissed,
}: Omit<store.DecidedRow, 'reason'>): contract.Precision {
  const decided = confirmed + otherwise + dismissed
  return { decided, confirmed, otherwise, dismissed, measured: measureShare(confirmed, decided) }
}
