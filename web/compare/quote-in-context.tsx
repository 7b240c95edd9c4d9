import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Appearance } from '#contract/quotes.ts'
import { textFragmentUrl } from '#domain/canonical-url.ts'
import { dressQuote } from './quotation.ts'
import classes from './quote.module.css'

/** In UTF-16 units. Longer quotes start folded: their neighbours opposite stay in reach. */
const FOLDED_FROM = 900

/** The verbatim words, with what stands around them in the source. `children` are the words with their marks. */
export function QuoteInContext({ appearance, children }: { appearance: Appearance; children: ReactNode }) {
  const { quote, context, source } = appearance
  const isLong = context.before.length + quote.exact.length + context.after.length > FOLDED_FROM
  const [open, setOpen] = useState(false)
  const { before, open: opening, close, after } = dressQuote(context.before, quote.exact, context.after)
  const folded = isLong && !open
  return (
    <blockquote className={classes.quote} cite={source.url ?? undefined}>
      <p className={classes.quoted} data-folded={folded || undefined}>
        {before}
        <span className={classes.exact}>
          {opening}
          {children}
          {close}
        </span>
        {after}
      </p>
      {folded ? (
        <Button className="no-print" size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          Show the whole quote
        </Button>
      ) : null}
    </blockquote>
  )
}

/** Where the quote can be read: on the source's own page, and in the text that is kept here. */
export function PassageLinks({ appearance, children }: { appearance: Appearance; children?: ReactNode }) {
  const { quote, source } = appearance
  return (
    <span className={`${classes.passage} no-print`}>
      {source.url ? (
        <a href={textFragmentUrl(source.url, quote)} target="_blank" rel="noreferrer">
          Open at the passage
        </a>
      ) : null}
      <Link to={`/sources/${source.id}?snapshot=${quote.snapshotId}&quote=${quote.start}-${quote.end}`}>
        In our copy
      </Link>
      {children}
    </span>
  )
}
