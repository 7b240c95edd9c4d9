import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { QuoteState } from '#domain/vocabulary.ts'
import { QUOTE_STATE_LABELS } from './labels.ts'
import classes from './quote-standing.module.css'

/** Whether a quote stands in its source, in a few words; what does not is told apart by a sign, too. */
export function QuoteStanding({ state }: { state: QuoteState }) {
  const stands = state === 'exact' || state === 'moved'
  return (
    <span className={classes.standing} data-stands={stands || undefined}>
      {stands ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      {QUOTE_STATE_LABELS[state]}
    </span>
  )
}
