import { z } from 'zod'
import { invalid } from '#domain/refusals.ts'

/** A name in a cursor: whatever a client makes of it, the database can compare with it. */
export const CursorText = z.string().refine(value => value.isWellFormed() && !value.includes('\0'))

/** Where a page ended, as an opaque string: the last row's key in the order of the list. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads a cursor made by `encodeCursor`. Throws `invalid` for any other string. */
export function decodeCursor<Key extends z.ZodType>(key: Key, cursor: string): z.output<Key> {
  const parsed = key.safeParse(readJson(cursor))
  if (!parsed.success) {
    throw invalid('The cursor is not one that this list gave.', [
      { path: 'cursor', message: 'Use the `next` of the page before, unchanged, or leave it out.' },
    ])
  }
  return parsed.data
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Cuts a list of `limit + 1` rows to a page: the extra row says that there is a next one. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
  view: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(view),
    next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  }
}
