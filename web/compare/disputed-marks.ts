import type { Claim } from '#contract/claims.ts'
import type { Appearance } from '#contract/quotes.ts'
import type { Span as MarkedSpan, Reason } from '#contract/relations.ts'
import { placeSpan } from '#domain/disputed-words.ts'
import type { ReasonType, RelationKind } from '#domain/vocabulary.ts'

export type MarkField = 'statement' | 'quote'

/** Disputed words in a statement or a quote, in UTF-16 offsets. `id` is unique on the page. */
export type Mark = {
  id: string
  claimId: string
  field: MarkField
  start: number
  end: number
  /** The reasons for which the words are marked. */
  reasons: string[]
}

/** Why two claims are set against each other. */
export type DisputedReason = {
  key: string
  kind: RelationKind
  type: ReasonType
  explanation: string
  sides: [ReasonSide, ReasonSide]
}

export type ReasonSide = { claimId: string; words: string }

export type DisputedMarks = {
  reasons: Map<string, DisputedReason>
  /** By claim and field; none where nothing is marked. */
  marks: Map<string, Record<MarkField, Mark[]>>
}

/** As much of a relation as says which words are disputed. */
export type ComparedRelation = {
  id: string
  aId: string
  bId: string
  kind: RelationKind
  reasons: readonly Reason[]
}

/**
 * The disputed words that the reasons of relations name, in the statements and in the first quotes. Where a reason does
 * not say which words of a quote it means, the same words are looked for there.
 */
export function markRelations(
  claims: ReadonlyMap<string, Claim>,
  relations: readonly ComparedRelation[],
): DisputedMarks {
  const found: DisputedMarks = { reasons: new Map(), marks: new Map() }
  for (const relation of relations) {
    const a = claims.get(relation.aId)
    const b = claims.get(relation.bId)
    if (!a || !b) continue
    relation.reasons.forEach((reason, index) => addReason(found, relation, reason, index, [a, b]))
  }
  return found
}

/** The appearance whose quote stands for the claim. */
export function firstAppearance(claim: Claim): Appearance | undefined {
  return claim.appearances.find(appearance => appearance.first) ?? claim.appearances[0]
}

function addReason(
  found: DisputedMarks,
  relation: ComparedRelation,
  reason: Reason,
  index: number,
  [a, b]: [Claim, Claim],
) {
  const key = `${relation.id}-${index}`
  const { type, explanation } = reason
  const sides: DisputedReason['sides'] = [
    { claimId: relation.aId, words: reason.a.exact },
    { claimId: relation.bId, words: reason.b.exact },
  ]
  found.reasons.set(key, { key, kind: relation.kind, type, explanation, sides })
  markClaim(found, a, key, reason.a, reason.aQuote)
  markClaim(found, b, key, reason.b, reason.bQuote)
}

function markClaim(
  found: DisputedMarks,
  claim: Claim,
  key: string,
  words: MarkedSpan,
  quoted: MarkedSpan | null,
) {
  const quote = firstAppearance(claim)?.quote.exact ?? ''
  const marks = found.marks.get(claim.id) ?? { statement: [], quote: [] }
  found.marks.set(claim.id, marks)
  addMark(marks.statement, claim.id, 'statement', placeSpan(claim.statement, words), key)
  const inQuote = (quoted && placeSpan(quote, quoted)) ?? findWords(quote, words.exact)
  addMark(marks.quote, claim.id, 'quote', inQuote, key)
}

/** The first place where the words stand. */
export function findWords(text: string, exact: string): { start: number; end: number } | null {
  return placeSpan(text, { start: 0, end: 0, exact })
}

/** Two reasons that name the same words make one mark. */
function addMark(
  marks: Mark[],
  claimId: string,
  field: MarkField,
  span: { start: number; end: number } | null,
  reason: string,
) {
  if (span === null) return
  const { start, end } = span
  const same = marks.find(mark => mark.start === start && mark.end === end)
  if (same) same.reasons.push(reason)
  else
    marks.push({ id: `${claimId}-${field}-${start}-${end}`, claimId, field, start, end, reasons: [reason] })
}

/** The marks on other claims that share a reason with this one: those in the same field first, in the order of the reasons. */
export function counterpartsOf(mark: Mark, { reasons, marks }: DisputedMarks): Mark[] {
  const opposite = mark.reasons.flatMap(key => {
    const other = reasons.get(key)?.sides.find(side => side.claimId !== mark.claimId)
    const theirs = other && marks.get(other.claimId)
    return theirs
      ? [...theirs.statement, ...theirs.quote].filter(candidate => candidate.reasons.includes(key))
      : []
  })
  const own = opposite.filter(({ field }) => field === mark.field)
  return [...new Set([...own, ...opposite])]
}
