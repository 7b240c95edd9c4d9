import type { Suggestion } from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { laterOf } from './sides.ts'

/** The same decision on several pairs. */
export type BulkChoice = { pairs: Suggestion[]; kind: RelationKind; note: string }

/** Each pair in the version seen; of a supersedes the later claim, as far as that is known. */
export function inputOf({ pairs, kind, note }: BulkChoice) {
  return {
    kind,
    note,
    pairs: pairs.map(pair => ({
      id: pair.id,
      version: pair.version,
      ...(kind === 'supersedes' && { supersederId: laterOf(pair)?.id ?? null }),
    })),
  }
}
