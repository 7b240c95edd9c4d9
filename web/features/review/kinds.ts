import type { Relation } from '#contract/relations.ts'
import type { Queue } from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { RELATION_KIND_MEANINGS } from '../../ui/labels.ts'

export type KindKey = { kind: RelationKind; key: string; label: string }

/** The decisions on a pair by what they answer to a question, each with its key; a kind has the same key everywhere. */
export type Asked = { question: string; answers: readonly { answer: string; kinds: readonly KindKey[] }[] }

const KEYS: Record<RelationKind, Omit<KindKey, 'kind'>> = {
  contradicts: { key: 'c', label: 'Contradicts' },
  supersedes: { key: 's', label: 'Supersedes' },
  agrees: { key: 'a', label: 'Agrees' },
  duplicate: { key: 'd', label: 'Same claim' },
  different_time: { key: 't', label: 'Other time' },
  different_scope: { key: 'o', label: 'Other scope' },
  different_definition: { key: 'f', label: 'Other definition' },
  attribution_only: { key: 'r', label: 'Only reported' },
  unrelated: { key: 'x', label: 'Unrelated' },
}

const by = (answer: string, ...kinds: RelationKind[]) => ({
  answer,
  kinds: kinds.map(kind => ({ kind, ...KEYS[kind] })),
})

/** Both are true, but not of the same. */
const APART = ['different_time', 'different_scope', 'different_definition', 'attribution_only'] as const

const CONFLICT: Asked = {
  question: 'Could both be true at once?',
  answers: [
    by('No', 'contradicts', 'supersedes'),
    by('Yes', 'agrees', ...APART),
    by('Neither', 'duplicate', 'unrelated'),
  ],
}

const AGREEMENT: Asked = {
  question: 'Do both say the same?',
  answers: [
    by('Yes', 'agrees', 'duplicate'),
    by('Not quite', ...APART),
    by('No', 'contradicts', 'supersedes', 'unrelated'),
  ],
}

/** The queue in which a pair waits. */
export function queueOf({ kind, awaits }: Pick<Relation, 'kind' | 'awaits'>): Exclude<Queue, 'both'> {
  return awaits === null && (kind === 'agrees' || kind === 'duplicate') ? 'agreements' : 'conflicts'
}

export const ASKED: Record<Exclude<Queue, 'both'>, Asked> = { conflicts: CONFLICT, agreements: AGREEMENT }

/** What a decision says when its maker writes nothing: what the key means and, for a contradiction, the words at odds. */
export function noteOf(kind: RelationKind, { reasons }: Pick<Relation, 'reasons'>): string {
  const [reason] = reasons
  return kind === 'contradicts' && reason
    ? `${RELATION_KIND_MEANINGS[kind]} ${reason.explanation}`
    : RELATION_KIND_MEANINGS[kind]
}
