import type { HowPut, ReasonType, RelationKind, SourceKind, SpeakerKind } from '#domain/vocabulary.ts'

/** A story told as data. Keys name the records within the story; marked words are given as the words themselves. */
export type Story = {
  key: string
  speakers: Record<string, { name: string; kind: SpeakerKind; role?: string; aliases?: string[] }>
  sources: Record<
    string,
    { title: string; kind: SourceKind; outlet?: string; published?: string; language?: string; text: string }
  >
  claims: Record<
    string,
    {
      source: string
      /** Words of the source's text; the first place where they stand. */
      quote: string
      statement: string
      speaker: string
      howPut: HowPut
      said?: string
      topics: string[]
      /** Where else it is made. */
      also?: { source: string; quote: string }[]
    }
  >
  relations: {
    left: string
    right: string
    kind: RelationKind
    superseder?: string
    note: string
    reasons: {
      type: ReasonType
      explanation: string
      left: string
      right: string
      /** The same words in the quotes, where they read otherwise than in the statements. */
      leftQuote?: string
      rightQuote?: string
    }[]
  }[]
  dispute: { question: string; summary: string; positions: { label: string; claims: string[] }[] }
}

/** What every source of a story says of its own text. */
export const SUMMARY_NOTE =
  'The text is a summary in our own words with verbatim quotations, not the published item itself.'
