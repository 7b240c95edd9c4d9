import type { Claim } from '#contract/claims.ts'
import { MarkableText } from './markable-text.tsx'
import classes from './relations.module.css'
import type { Words } from './selection.ts'

/** One of two claims, with its statement and first quote to mark words in. */
export function MarkableClaim({
  title,
  claim,
  statement,
  quote,
  onStatement,
  onQuote,
}: {
  title: string
  claim: Claim
  statement: Words | null
  quote: Words | null
  onStatement: (words: Words | null) => void
  onQuote: (words: Words | null) => void
}) {
  const [first] = claim.appearances
  return (
    <section className={classes.side} aria-label={`Claim of ${title}`}>
      <h2>{title}</h2>
      <MarkableText label="Statement" text={claim.statement} marked={statement} onMark={onStatement} />
      {first ? (
        <MarkableText
          label={`Quote, ${first.source.title}`}
          text={first.quote.exact}
          marked={quote}
          onMark={onQuote}
        />
      ) : null}
    </section>
  )
}
