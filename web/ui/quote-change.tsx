import type { WordDifference } from '#contract/quotes.ts'
import type { QuoteState } from '#domain/vocabulary.ts'
import { changedQuote } from './changed-quote.ts'
import { ChangedWords } from './changed-words.tsx'
import classes from './quote-change.module.css'
import { sayInstant } from './time-ago.tsx'

type Change = {
  exact: string
  state: QuoteState
  difference: readonly WordDifference[]
  since: string
}

const SAID: Record<QuoteState, string> = {
  exact: 'The words stand in the source',
  moved: 'The words stand elsewhere in the source',
  changed: 'The source now says it in other words',
  missing: 'The words are no longer in the source',
  unreachable: 'The source could not be read',
}

/** What became of a quote at its source: the words before and after, and since when. Nothing while it stands unmoved. */
export function QuoteChange({ exact, state, difference, since }: Change) {
  if (state === 'exact') return null
  return (
    <div className={classes.change} data-state={state}>
      <p className={classes.said}>
        {SAID[state]} since <time dateTime={since}>{sayInstant(since)}</time>.
      </p>
      {state === 'changed' ? (
        <p className={`words ${classes.words}`}>
          <ChangedWords parts={changedQuote(exact, difference)} />
        </p>
      ) : null}
      {state === 'missing' ? (
        <p className={`words ${classes.words}`}>
          <del>{exact}</del>
        </p>
      ) : null}
    </div>
  )
}
