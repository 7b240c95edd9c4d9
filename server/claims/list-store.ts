import { z } from 'zod'
import type { CLAIM_ORDERS } from '#contract/claim-lists.ts'
import type { Audience } from '../auth/viewer.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import type { ClaimFilter } from './filter.ts'
import { claimMatches } from './filter-store.ts'
import { type ClaimItemRow, findItems } from './item-store.ts'

export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

type Direction = {
  /** The first part of the key, over a row `c`; the id is the second. Each has an index. */
  column: Prisma.Sql
  descending: boolean
  keyOf: (row: Pick<ClaimItemRow, 'createdAt' | 'saidFrom'>) => string
  /** The first part of the key as a cursor gives it back. */
  key: z.ZodType<string>
  type: Prisma.Sql
}

const { sql } = Prisma

const created = {
  column: sql`c."createdAt"`,
  keyOf: ({ createdAt }) => createdAt.toISOString(),
  key: z.iso.datetime(),
  type: sql`timestamptz`,
} as const satisfies Omit<Direction, 'descending'>

/** A day that is not known comes last in both directions. */
const said = (unknown: '-infinity' | 'infinity') =>
  ({
    column:
      unknown === 'infinity'
        ? sql`coalesce(c."saidFrom", 'infinity')`
        : sql`coalesce(c."saidFrom", '-infinity')`,
    keyOf: ({ saidFrom }) => saidFrom?.toISOString().slice(0, 10) ?? unknown,
    key: z.union([z.iso.date(), z.literal(unknown)]),
    type: sql`date`,
  }) as const satisfies Omit<Direction, 'descending'>

const ORDERS: Record<ClaimOrder, Direction> = {
  newest: { ...created, descending: true },
  oldest: { ...created, descending: false },
  said_last: { ...said('-infinity'), descending: true },
  said_first: { ...said('infinity'), descending: false },
}

/** A page of the claims that match; one more row than asked for, when there is one. */
export function listClaims(
  db: Db,
  filter: ClaimFilter,
  { order, cursor, limit }: { order: ClaimOrder; cursor?: string | undefined; limit: number },
  audience: Audience,
): Promise<ClaimItemRow[]> {
  const { column, descending, key, type } = ORDERS[order]
  const [after, direction] = descending ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`]
  const [at, id] = cursor === undefined ? [null, null] : decodeCursor(z.tuple([key, z.uuid()]), cursor)
  const rest = at === null ? sql`TRUE` : sql`(${column}, c.id) ${after} (${at}::${type}, ${id}::uuid)`
  return findItems(
    db,
    sql`SELECT c.id, row_number() OVER () AS place FROM (
      SELECT c.id FROM claim c WHERE ${claimMatches(filter, audience)} AND ${rest}
      ORDER BY ${column} ${direction}, c.id ${direction} LIMIT ${limit + 1}
    ) AS c`,
    audience,
  )
}

/** What a cursor of that order holds of a row. */
export const claimKey = (order: ClaimOrder) => (row: ClaimItemRow) => [ORDERS[order].keyOf(row), row.id]
