import type { ReactNode } from 'react'
import type { Claim, ClaimItem } from '#contract/claims.ts'
import side from '../../ui/side-form.module.css'
import classes from './claiming.module.css'
import type { Passage } from './passage.ts'
import { useAddQuote } from './use-add-quote.ts'

/** Stores a passage as another appearance of a claim that is looked for with `picker`. */
export function QuoteForClaim({
  passage,
  picker,
  onSaved,
}: {
  passage: Passage
  picker: (onPick: (claim: ClaimItem) => void) => ReactNode
  onSaved: (claim: Claim) => void
}) {
  const { add, adding, problem } = useAddQuote(passage, onSaved)
  return (
    <>
      <blockquote className={side.quote}>{passage.exact}</blockquote>
      {problem ? (
        <p role="alert" className="problem">
          {problem}
        </p>
      ) : null}
      <div aria-busy={adding || undefined} className={classes.picking}>
        {picker(add)}
      </div>
    </>
  )
}
