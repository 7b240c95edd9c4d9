import type { Relation } from '#contract/relations.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { RELATION_KIND_MEANINGS } from '../../ui/labels.ts'

export type KindKey = { kind: RelationKind; key: string; label: string }

/** The decisions by what they answer to the question, each with its key. */
export const ANSWERS: readonly { answer: string; kinds: readonly KindKey[] }[] = [
  {
    answer: 'No',
    kinds: [
      { kind: 'contradicts', key: 'c', label: 'Contradicts' },
      { kind: 'supersedes', key: 's', label: 'Supersedes' },
    ],
  },
  {
    answer: 'Yes',
    kinds: [
      { kind: 'agrees', key: 'a', label: 'Agrees' },
      { kind: 'different_time', key: 't', label: 'Other time' },
      { kind: 'different_scope', key: 'o', label: 'Other scope' },
      { kind: 'different_definition', key: 'f', label: 'Other definition' },
      { kind: 'attribution_only', key: 'r', label: 'Only reported' },
    ],
  },
  {
    answer: 'Neither',
    kinds: [
      { kind: 'duplicate', key: 'd', label: 'Duplicate' },
      { kind: 'unrelated', key: 'x', label: 'Unrelated' },
    ],
  },
]

export const QUESTION = 'Could both be true at once?'

/** What a decision says when its maker writes nothing: what the key means and, for a contradiction, the words at odds. */
export function noteOf(kind: RelationKind, { reasons }: Pick<Relation, 'reasons'>): string {
  const [reason] = reasons
  return kind === 'contradicts' && reason
    ? `${RELATION_KIND_MEANINGS[kind]} ${reason.explanation}`
    : RELATION_KIND_MEANINGS[kind]
}
