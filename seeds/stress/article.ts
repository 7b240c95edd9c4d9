import type { HowPut } from '#domain/vocabulary.ts'
import { capitalised, type Phrase } from './phrase.ts'
import type { Prose } from './prose.ts'
import { between, chance, logNormal, pick, type Random } from './random.ts'

/** A sentence in which somebody is quoted; `quoted` is what a researcher would mark. */
export type Mention = { before: string; quoted: string; after: string }

const EMOJI = ['🚨', '😡', '🔥', '👩🏽‍🚒', '🇪🇺', '⚠️']

type Wording = (random: Random, phrase: Phrase, speaker: string) => Mention

const assert: Wording = (random, phrase, speaker) => {
  const whole = capitalised(phrase.text)
  return pick(random, [
    {
      before: '“',
      quoted: chance(random, 0.05) ? `${whole} ${pick(random, EMOJI)}` : whole,
      after: `,” said ${speaker}.`,
    },
    { before: `${speaker} was firm: “`, quoted: `${whole}.`, after: '”' },
    { before: '', quoted: `${whole}, ${speaker} said`, after: '.' },
  ])
}

const report: Wording = (random, { text }, speaker) =>
  pick(random, [
    { before: `According to ${speaker}, `, quoted: text, after: '.' },
    { before: '', quoted: `${speaker} is quoted as saying that ${text}.`, after: '' },
  ])

/** How a speaker's words stand in a text. */
export const MENTION: Readonly<Record<HowPut, Wording>> = {
  asserted: assert,
  reported: report,
  denied: (_, { text }, speaker) => ({ before: '', quoted: `${speaker} denied that ${text}.`, after: '' }),
  questioned: (_, { text }, speaker) => ({
    before: '',
    quoted: `${speaker} asked how anybody could know that ${text}`,
    after: '.',
  }),
}

/** About 600 words, as 36 sentences have. */
const SENTENCES_MEDIAN = 36
const SENTENCES_SPREAD = 0.3

/** The sentences of an item, by paragraphs, with `mentions` in their order among sentences that say nothing. */
export function compose(
  random: Random,
  prose: Prose,
  day: Date,
  mentions: readonly Mention[],
): (string | Mention)[][] {
  const count = Math.round(Math.min(140, Math.max(8, logNormal(random, SENTENCES_MEDIAN, SENTENCES_SPREAD))))
  const sentences: (string | Mention)[] = Array.from({ length: count }, () => prose(random, day))
  const places = mentions.map(() => between(random, 0, count)).toSorted((a, b) => b - a)
  for (const [index, mentioned] of mentions.toReversed().entries())
    sentences.splice(places[index]!, 0, mentioned)
  const paragraphs: (string | Mention)[][] = []
  for (let at = 0; at < sentences.length; ) {
    const length = between(random, 2, 4)
    paragraphs.push(sentences.slice(at, at + length))
    at += length
  }
  return paragraphs
}

/** The text, and the UTF-16 offsets at which what is quoted starts. */
export function write(paragraphs: readonly (readonly (string | Mention)[])[]): {
  text: string
  starts: Map<Mention, number>
} {
  const starts = new Map<Mention, number>()
  let text = ''
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) text += '\n\n'
    for (const [place, sentence] of paragraph.entries()) {
      if (place > 0) text += ' '
      if (typeof sentence === 'string') {
        text += sentence
        continue
      }
      starts.set(sentence, text.length + sentence.before.length)
      text += sentence.before + sentence.quoted + sentence.after
    }
  }
  return { text, starts }
}
