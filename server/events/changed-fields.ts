import { isDeepStrictEqual } from 'node:util'

/** The fields whose values differ, as they were and as they are; null when none does. */
export function changedFields<Fields extends Record<string, unknown>>(
  before: Fields,
  after: Fields,
): { from: Partial<Fields>; to: Partial<Fields> } | null {
  const from: Partial<Fields> = {}
  const to: Partial<Fields> = {}
  for (const name of Object.keys(after) as (keyof Fields)[]) {
    if (isDeepStrictEqual(before[name], after[name])) continue
    from[name] = before[name]
    to[name] = after[name]
  }
  return Object.keys(to).length === 0 ? null : { from, to }
}
