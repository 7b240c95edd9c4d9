import { continuous, past, plural } from './inflect.ts'
import { makePersonName, type Names } from './names.ts'
import { inWords } from './phrase.ts'
import { between, pick, type Random, zipf } from './random.ts'
import { ADJECTIVES, ADVERBS, NOUNS, VERBS } from './words.ts'

/** Sentences of news that say nothing: `{N}` a noun, `{Ns}` several, `{V}` to do, `{Ved}` done, `{Ving}` doing, `{A}` and `{R}` how. */
const SENTENCES = [
  'The {A} {N} of the {N} {Ved} the {Ns} {R}.',
  'In {L}, the {N} {Ved} that the {A} {N} had {R} {Ved} its {N}.',
  'The {O} {Ved} {n} {Ns} in {Y}, and the {N} {Ved} their {A} {Ns}.',
  '{P}, who {Ved} the {N} in {L}, declined to {V} the {A} {N}.',
  'According to the {A} {N}, {n} {Ns} were {R} {Ved} after the {N}.',
  'By {D} the {N} had been {Ved} by the {O}.',
  'Nobody at the {O} would {V} why the {N} was {Ving} the {A} {Ns}.',
  'The {Ns} in {L} and {L} {Ved} the {N} that their {N} had {Ved}.',
  'It was the first {A} {N} since {Y}, the {O} {Ved}.',
  'While the {N} was {Ving}, {P} {Ved} the {Ns} and the {A} {N}.',
  'One {N} from {L} {Ved} the {N}: the {Ns} were {A}, the {N} {A} and the {N} {R} {Ved}.',
  'On {D} {P} and {P} {Ved} the {N} about {A} {Ns}.',
  'Most {Ns} {V} no {A} {N}, and {n} of them {V} the {N} {R}.',
  'The {N} will {V} the {Ns} of {L} before it can {V} another {A} {N}.',
  'What the {N} {Ved} in {M} was {R} the {A} {N} of the {O}.',
  'Its {Ns} {Ved}; its {N}, {Ved} in {Y}, did not.',
  'Neither the {O} nor {P} {Ved} the {N} when the {Ns} {Ved}.',
  'Since {Y} the {N} of {A} {Ns} {Ved} by {n}.',
  'The {N}, the {N} and the {A} {N} were {Ving} the {Ns}.',
  'Documents {Ved} by the {N} {V} that the {O} {R} {Ved} its {Ns}.',
]

/** What a claim says besides its point, as real ones do: when, after what, in whose presence. */
const CIRCUMSTANCES = [
  ', after the {A} {N} of the {O}',
  ', before the {N} of {L} {Ved} the {A} {Ns}',
  ' while the {Ns} were {Ving} the {A} {N}',
  ', a year after {P} had {Ved} the {N}',
  ', as the {N} {Ved} its {A} {Ns} {R}',
  ' despite the {A} {N} of the {Ns}',
  ', because of the {N} and its {A} {Ns}',
  ' under the {A} {N} of {Y}',
  ', in the {N} that {P} {Ved}',
  ' during a {A} {N} with the {O}',
]

type Piece = { literal: string } | { slot: string }

const parse = (templates: readonly string[]): readonly (readonly Piece[])[] =>
  templates.map(template =>
    template.split(/(\{\w+\})/).flatMap((part): Piece[] => {
      if (part === '') return []
      return part.startsWith('{') ? [{ slot: part.slice(1, -1) }] : [{ literal: part }]
    }),
  )

/** Among a thousand places and organisations a few are always in the news. */
const NAME_EXPONENT = 0.8

/** Writes one sentence of an item published on `day`, or what belongs to one. */
export type Prose = (random: Random, day: Date) => string

function draw(words: readonly string[], exponent = 1) {
  const rank = zipf(words.length, exponent)
  return (random: Random) => words[rank(random)]!
}

export function createProse(names: Names): { prose: Prose; circumstance: Prose } {
  const noun = draw(NOUNS)
  const verb = draw(VERBS)
  const nouns = draw(NOUNS.map(plural))
  const done = draw(VERBS.map(past))
  const doing = draw(VERBS.map(continuous))
  const slots: Record<string, (random: Random, day: Date) => string> = {
    N: noun,
    Ns: nouns,
    V: verb,
    Ved: done,
    Ving: doing,
    A: draw(ADJECTIVES),
    R: draw(ADVERBS),
    L: draw(names.places, NAME_EXPONENT),
    O: draw(names.organisations, NAME_EXPONENT),
    P: random => makePersonName(random, names),
    n: random => Math.round(3 * 10 ** (random() * 4)).toLocaleString('en-GB'),
    Y: (random, day) => String(day.getUTCFullYear() - between(random, 0, 12)),
    M: (_, day) => inWords(day).split(' ')[1]!,
    D: (random, day) => inWords(new Date(day.getTime() - between(random, 0, 300) * 86_400_000)),
  }
  const writer =
    (templates: readonly (readonly Piece[])[]): Prose =>
    (random, day) => {
      let text = ''
      for (const piece of pick(random, templates))
        text += 'literal' in piece ? piece.literal : slots[piece.slot]!(random, day)
      return text
    }
  return { prose: writer(parse(SENTENCES)), circumstance: writer(parse(CIRCUMSTANCES)) }
}
