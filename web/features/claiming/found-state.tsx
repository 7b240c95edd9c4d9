import { IconArrowsDiff, IconQuoteOff } from '@tabler/icons-react'
import type { Anchored } from '#domain/anchor.ts'
import { QUOTE_STATE_LABELS } from '../../ui/labels.ts'
import classes from './claiming.module.css'

/** What became of a quote in another text than its own: where its words changed, which. */
export function FoundState({ found }: { found: Anchored }) {
  return (
    <span className={classes.state}>
      {found.state === 'missing' ? (
        <IconQuoteOff size={14} aria-hidden />
      ) : (
        <IconArrowsDiff size={14} aria-hidden />
      )}
      <span>
        {QUOTE_STATE_LABELS[found.state]}
        {found.state === 'changed'
          ? found.difference.map(({ before, after }) => (
              <span key={`${before.start}-${after.start}`} className={classes.change}>
                {before.text === '' ? null : <del>{before.text}</del>}
                {after.text === '' ? null : <ins>{after.text}</ins>}
              </span>
            ))
          : null}
      </span>
    </span>
  )
}
