import type { CLAIM_ORDERS } from '#contract/claims.ts'
import { z } from 'zod'
import type { Audience } from '../auth/viewer.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import { type ClaimFilter, claimConditions } from './filter-store.ts'
import { type ClaimItemRow, findItems } from './item-store.ts'

type Order = (typeof CLAIM_ORDERS)[number]

const { sql } = Prisma

const CURSOR = z.tuple([z.string(), z.uuid()])

/** The first key of each order, its type and its direction; the id is the second. Each has an index. */
const ORDERS: Record<Order, { key: Prisma.Sql; type: Prisma.Sql; descending: boolean }> = {
  newest: { key: sql`c."createdAt"`, type: sql`timestamptz`, descending: true },
  oldest: { key: sql`c."createdAt"`, type: sql`timestamptz`, descending: false },
  said_last: { key: sql`coalesce(c."saidFrom", '-infinity')`, type: sql`date`, descending: true },
  said_first: { key: sql`coalesce(c."saidFrom", 'infinity')`, type: sql`date`, descending: false },
}

/** A page of the claims that match; one more row than asked for, when there is one. */
export function listClaims(
  db: Db,
  filter: ClaimFilter,
  { order, cursor, limit }: { order: Order; cursor?: string | undefined; limit: number },
  audience: Audience,
): Promise<ClaimItemRow[]> {
  const { key, type, descending } = ORDERS[order]
  const conditions = claimConditions(filter, audience)
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(CURSOR, cursor)
    const side = descending ? sql`<` : sql`>`
    conditions.push(sql`(${key}, c.id) ${side} (${at}::${type}, ${id}::uuid)`)
  }
  const direction = descending ? sql`DESC` : sql`ASC`
  const where = conditions.length > 0 ? sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty
  return findItems(
    db,
    sql`SELECT c.id, row_number() OVER () AS place FROM (
      SELECT c.id FROM claim c ${where} ORDER BY ${key} ${direction}, c.id ${direction} LIMIT ${limit + 1}
    ) AS c`,
    audience,
  )
}
