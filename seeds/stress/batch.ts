import type { EventAction } from '#domain/events.ts'
import type { Prisma } from '../../server/db/generated/client.ts'
import type { Clock } from './clock.ts'

/** The tables written, each after those it refers to, with what a row of it holds. */
type Rows = {
  user: Prisma.UserUncheckedCreateInput
  speaker: Prisma.SpeakerUncheckedCreateInput
  topic: Prisma.TopicUncheckedCreateInput
  source: Prisma.SourceUncheckedCreateInput
  snapshot: Prisma.SnapshotUncheckedCreateInput
  quote: Prisma.QuoteUncheckedCreateInput
  claim: Prisma.ClaimUncheckedCreateInput
  claim_topic: Prisma.ClaimTopicUncheckedCreateInput
  claim_revision: Prisma.ClaimRevisionUncheckedCreateInput
  appearance: Prisma.AppearanceUncheckedCreateInput
  relation: Prisma.RelationUncheckedCreateInput
  reason: Prisma.ReasonUncheckedCreateInput
  decision: Prisma.DecisionUncheckedCreateInput
  dispute: Prisma.DisputeUncheckedCreateInput
  position: Prisma.PositionUncheckedCreateInput
  position_claim: Prisma.PositionClaimUncheckedCreateInput
  comment: Prisma.CommentUncheckedCreateInput
  event: Prisma.EventUncheckedCreateInput
}

export type Table = keyof Rows

const IN_ORDER = [
  'user',
  'speaker',
  'topic',
  'source',
  'snapshot',
  'quote',
  'claim',
  'claim_topic',
  'claim_revision',
  'appearance',
  'relation',
  'reason',
  'decision',
  'dispute',
  'position',
  'position_claim',
  'comment',
  'event',
] as const satisfies readonly Table[]

/** What rows are written through: a connection to the database. */
export type Writer = { query: (sql: string, values?: unknown[]) => Promise<unknown> }

/** Rows that are to be written together. All rows of a table name the same columns. */
export type Batch = {
  add: <T extends Table>(table: T, row: Rows[T]) => void
  /** The line of the audit log that belongs to a write. */
  record: (action: EventAction, subjectId: string, actorId: string | null, change: Change) => void
  /** Writes the rows in one transaction and forgets them. */
  write: (client: Writer) => Promise<void>
}

type Change = { from?: Prisma.InputJsonObject; to?: Prisma.InputJsonObject }

export function createBatch(clock: Clock, counts: Map<Table, number>): Batch {
  const rows = new Map<Table, object[]>()
  const add: Batch['add'] = (table, row) => {
    const known = rows.get(table)
    if (known) known.push(row)
    else rows.set(table, [row])
  }
  return {
    add,
    record: (action, subjectId, actorId, { from, to }) =>
      add('event', {
        id: clock.newId(),
        at: clock.now(),
        actorId,
        action,
        subjectType: action.slice(0, action.indexOf('.')),
        subjectId,
        ...({ from: from ?? null, to: to ?? null } as object),
      }),
    write: async client => {
      await client.query('BEGIN')
      try {
        for (const table of IN_ORDER) {
          const added = rows.get(table) ?? []
          await insert(client, table, added)
          counts.set(table, (counts.get(table) ?? 0) + added.length)
        }
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      }
      rows.clear()
    },
  }
}

async function insert(client: Writer, table: Table, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
    .map(name => `"${name}"`)
    .join(', ')
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
    [JSON.stringify(rows)],
  )
}
