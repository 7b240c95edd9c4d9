import type { z } from 'zod'
import type { QuoteInput } from '#contract/quotes.ts'
import { type Quote, quoteAt } from '#domain/quote.ts'
import { unprocessable } from '#domain/refusals.ts'
import type { Db } from '../db/open.ts'
import { findTexts } from './store.ts'

type Selection = z.output<typeof QuoteInput>

/**
 * The quote that a selection in a snapshot makes, on whole characters and without white space at its ends. Throws
 * `unprocessable` when the snapshot does not exist or its words at that place are not those that were selected.
 */
export async function takeQuote(db: Db, selection: Selection): Promise<Quote & { snapshotId: string }> {
  const { snapshotId, start, end, exact } = selection
  const text = (await findTexts(db, [snapshotId])).get(snapshotId)
  if (text === undefined)
    throw refuse('snapshotId', 'This snapshot does not exist. Open the source again and select the words.')
  if (end > text.length || start >= end)
    throw refuse(
      'end',
      `The selection must be inside the text, which ends at ${text.length}, and end after its start.`,
    )
  if (text.slice(start, end) !== exact)
    throw refuse(
      'exact',
      'The selected words are not in the text at this place. Open the source again and select the words anew.',
    )
  const quote = quoteAt(text, start, end)
  if (quote === null) throw refuse('exact', 'The selection holds only white space. Select some words.')
  return { ...quote, snapshotId }
}

function refuse(field: string, message: string) {
  return unprocessable(message, [{ path: `quote.${field}`, message }])
}
