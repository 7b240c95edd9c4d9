import type { Relation } from '#contract/relations.ts'
import type { Queue } from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { RELATION_KIND_MEANINGS } from '../../ui/labels.ts'

export type KindKey = { kind: RelationKind; key: string; label: string }

/** The decisions on a pair by what they answer to a question, each with its key; a kind has the same key everywhere. */
export type Asked = { question: string; answers: readonly { answer: string; kinds: readonly KindKey[] }[] }

const CONFLICT: Asked = {
  question: 'Could both be true at once?',
  answers: [
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
        { kind: 'duplicate', key: 'd', label: 'Same claim' },
        { kind: 'unrelated', key: 'x', label: 'Unrelated' },
      ],
    },
  ],
}

const AGREEMENT: Asked = {
  question: 'Do both say the same?',
  answers: [
    {
      answer: 'Yes',
      kinds: [
        { kind: 'agrees', key: 'a', label: 'Agrees' },
        { kind: 'duplicate', key: 'd', label: 'Same claim' },
      ],
    },
    {
      answer: 'Not quite',
      kinds: [
        { kind: 'different_time', key: 't', label: 'Other time' },
        { kind: 'different_scope', key: 'o', label: 'Other scope' },
        { kind: 'different_definition', key: 'f', label: 'Other definition' },
        { kind: 'attribution_only', key: 'r', label: 'Only reported' },
      ],
    },
    {
      answer: 'No',
      kinds: [
        { kind: 'contradicts', key: 'c', label: 'Contradicts' },
        { kind: 'supersedes', key: 's', label: 'Supersedes' },
        { kind: 'unrelated', key: 'x', label: 'Unrelated' },
      ],
    },
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
