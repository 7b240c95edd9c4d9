import type { z } from 'zod'
import { createClaim } from '#contract/claims.ts'
import { type QuoteInput } from '#contract/quotes.ts'
import { createSource, readSnapshot, type Source } from '#contract/sources.ts'
import { createSpeaker, type Speaker } from '#contract/speakers.ts'
import type { Api } from './api.ts'

type SourceInput = Partial<z.input<typeof createSource.body>>
type ClaimInput = Partial<Omit<z.input<typeof createClaim.body>, 'quote'>> & {
  /** Where the words stand; a source of its own when left out. */
  source?: Source
  /** The words to quote: their first place in the text of `source`, or the text of the new one. */
  words?: string
}

const TEXT = 'The minister spoke on Monday. “No decision has been made,” she said. Others were not so sure.'

/** The selection of the first place where `words` stand in `text`. */
export function selectionOf(snapshotId: string, text: string, words: string): z.input<typeof QuoteInput> {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in the text`)
  return { snapshotId, start, end: start + words.length, exact: words }
}

/** Records made through the API by a researcher, each with what it needs to stand. */
export function given(api: Api) {
  let count = 0

  async function source(input: SourceInput = {}): Promise<Source> {
    const researcher = await api.as('researcher')
    count++
    return researcher.call(createSource, {
      body: { title: `Source ${count}`, kind: 'article', outlet: 'The Paper', text: TEXT, ...input },
    })
  }

  async function claim(input: ClaimInput = {}) {
    const researcher = await api.as('researcher')
    const { source: given, words, ...fields } = input
    const said = words ?? 'No decision has been made'
    const from = given ?? (await source(words === undefined ? {} : { text: words }))
    const id = from.snapshots[0]?.id ?? ''
    const { text } = await researcher.call(readSnapshot, { params: { id } })
    count++
    return researcher.call(createClaim, {
      body: {
        statement: `No decision has been made (${count})`,
        speaker: { name: 'The Minister', kind: 'person' },
        ...fields,
        quote: selectionOf(id, text, said),
      },
    })
  }

  async function speaker(input: Partial<z.input<typeof createSpeaker.body>> = {}): Promise<Speaker> {
    const researcher = await api.as('researcher')
    count++
    return researcher.call(createSpeaker, { body: { name: `Speaker ${count}`, kind: 'person', ...input } })
  }

  return { source, claim, speaker }
}
