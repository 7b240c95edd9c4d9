import type { Relation } from '#contract/relations.ts'
import { standingFor } from '../../compare/standing-for.ts'
import type { Asked } from './kinds.ts'

/** What “Same claim” would do to a pair, where that is one of the likely answers; null elsewhere. */
export function sayJoin({ a, b }: Pick<Relation, 'a' | 'b'>, { answers }: Asked): string | null {
  if (!answers[0]?.kinds.some(({ kind }) => kind === 'duplicate')) return null
  const standing = standingFor(a, b)
  if (standing)
    return `“Same claim” gives the quotes of the claim stored later to the one stored first, “${standing.statement}”, which then stands in lists for both. Z takes it all back.`
  return a.speaker.id === b.speaker.id
    ? 'They are put in different ways: “Same claim” would not add the quote of one to the other.'
    : 'Two people say it: “Same claim” would not add the quote of one to the other.'
}
