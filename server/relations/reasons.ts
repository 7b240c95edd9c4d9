import type { z } from 'zod'
import type { ReasonInput, Span } from '#contract/relations.ts'
import type { RefusalIssue } from '#domain/refusals.ts'
import type { ComparedClaim, NewReason } from './store.ts'

type Reason = z.output<typeof ReasonInput>

const NOT_THERE = 'These words do not stand there. Mark them again.'

const quoteOf = (claim: ComparedClaim) => claim.appearances[0]?.quote.exact

function checkSpan(text: string | undefined, span: Span, path: string): RefusalIssue[] {
  return text?.slice(span.start, span.end) === span.exact
    ? []
    : [{ path: `${path}.exact`, message: NOT_THERE }]
}

/**
 * What is wrong with marked words: each span must hold the words that stand at its UTF-16 offsets in the statement of
 * its side or, for the spans in quotes, in the quote of that claim's first appearance.
 */
export function checkReasons(
  reasons: readonly Reason[],
  left: ComparedClaim,
  right: ComparedClaim,
): RefusalIssue[] {
  return reasons.flatMap((reason, index) => {
    const path = `reasons.${index}`
    return [
      ...checkSpan(left.statement, reason.left, `${path}.left`),
      ...checkSpan(right.statement, reason.right, `${path}.right`),
      ...(reason.leftQuote ? checkSpan(quoteOf(left), reason.leftQuote, `${path}.leftQuote`) : []),
      ...(reason.rightQuote ? checkSpan(quoteOf(right), reason.rightQuote, `${path}.rightQuote`) : []),
    ]
  })
}

/** Reasons in the order in which the pair is stored, whichever side each claim was seen on. */
export function toStored(reasons: readonly Reason[], leftIsA: boolean): NewReason[] {
  return reasons.map(({ type, explanation, left, right, leftQuote, rightQuote }) => {
    const [a, b] = leftIsA ? [left, right] : [right, left]
    const [aQuote, bQuote] = leftIsA ? [leftQuote, rightQuote] : [rightQuote, leftQuote]
    return {
      type,
      explanation,
      aStart: a.start,
      aEnd: a.end,
      aExact: a.exact,
      bStart: b.start,
      bEnd: b.end,
      bExact: b.exact,
      aQuoteStart: aQuote?.start ?? null,
      aQuoteEnd: aQuote?.end ?? null,
      aQuoteExact: aQuote?.exact ?? null,
      bQuoteStart: bQuote?.start ?? null,
      bQuoteEnd: bQuote?.end ?? null,
      bQuoteExact: bQuote?.exact ?? null,
    }
  })
}
