import type { z } from 'zod'
import type * as contract from '#contract/suggestions.ts'
import { measureShare } from '#domain/wilson.ts'
import type { Viewer } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { readRelations } from '../relations/read.ts'
import { factorsOf, learn } from './learning.ts'
import * as decided from './precision-store.ts'
import * as store from './queue-store.ts'

type Asked = z.output<typeof contract.countSuggestions.query>

/** A page of the pairs that wait for an editor, in the order asked for. */
export async function listQueue(
  db: Db,
  editor: Viewer,
  { cursor, limit, order, ...asked }: z.output<typeof contract.listSuggestions.query>,
): Promise<z.input<typeof contract.listSuggestions.reply>> {
  const desk = { editorId: editor.id, factors: factorsOf(await learn(db)) }
  const rows = await store.listQueue(db, filterOf(asked, editor), desk, { cursor, limit, order })
  const { items, next } = toPage(
    rows,
    limit,
    row => [row.place, row.id],
    row => row,
  )
  const places = new Map(items.map(row => [row.id, row.place]))
  const relations = await readRelations(db, [...places.keys()], editor)
  return {
    items: relations.map(relation => ({
      ...relation,
      likelihood: relation.score === null ? null : (places.get(relation.id) ?? null),
    })),
    next,
  }
}

export async function countQueue(
  db: Db,
  editor: Viewer,
  asked: Asked,
): Promise<z.input<typeof contract.countSuggestions.reply>> {
  const desk = { editorId: editor.id, factors: factorsOf(await learn(db)) }
  const rows = await store.countQueue(db, filterOf(asked, editor), desk)
  const sum = (counted: typeof rows) => counted.reduce((all, row) => all + row.pairs, 0)
  const [conflicts, agreements] = [rows.filter(row => !row.agrees), rows.filter(row => row.agrees)]
  const shown = { conflicts, agreements, both: rows }[asked.about]
  return {
    total: sum(shown),
    conflicts: sum(conflicts),
    agreements: sum(agreements),
    reasons: shown.flatMap(({ reason, pairs }) => (reason === null ? [] : [{ reason, pairs }])),
  }
}

function filterOf({ assigned, reading, ...rest }: Asked, editor: Viewer): store.QueueFilter {
  const named = { me: editor.id, nobody: null }
  return {
    ...rest,
    reading: reading !== undefined,
    assignedToId:
      assigned === undefined
        ? undefined
        : assigned === 'me' || assigned === 'nobody'
          ? named[assigned]
          : assigned,
  }
}

/** How often the desk confirmed what was suggested, and what it made of the scores. */
export async function readPrecision(db: Db): Promise<z.input<typeof contract.readPrecision.reply>> {
  const rows = await decided.countDecided(db)
  const all = (agrees: boolean) => rows.find(row => row.reason === null && row.agrees === agrees)
  const nothing = { confirmed: 0, otherwise: 0, dismissed: 0 }
  const { reasons } = await learn(db)
  return {
    overall: viewPrecision(all(false) ?? nothing),
    agreements: viewPrecision(all(true) ?? nothing),
    reasons: rows.flatMap(row =>
      row.reason === null ? [] : [{ reason: row.reason, ...viewPrecision(row) }],
    ),
    learnt: [...reasons].flatMap(([reason, { decided, promised, expected }]) =>
      reason === null || decided === 0 ? [] : [{ reason, decided, promised, expected }],
    ),
  }
}

function viewPrecision({
  confirmed,
  otherwise,
  dismissed,
}: Omit<decided.DecidedRow, 'reason' | 'agrees'>): contract.Precision {
  const decided = confirmed + otherwise + dismissed
  return { decided, confirmed, otherwise, dismissed, measured: measureShare(confirmed, decided) }
}
