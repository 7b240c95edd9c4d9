import { changeOne, type Edit } from './anchor-edits.ts'
import type { Noise } from './anchor-noise.ts'

/** A number with its thousands set apart: 5,000, 640.000, 318 000, 25’000. */
const GROUPED = /\d{1,3}(?:[.,' ’\u00A0\u202F]\d{3})+(?![\d.,]\d)/g

/**
 * The same amount in other signs or words. It is no harmless edit: what is quoted is how it was said, and whether “some
 * five thousand” is 5,000 is for a person to say.
 */
export const REWRITTEN: Record<string, Edit> = {
  'number ungrouped': (exact, _, random) =>
    changeOne(exact, GROUPED, random, number => number.replaceAll(/\D/g, '')),
  'number grouped by spaces': (exact, _, random) =>
    changeOne(exact, GROUPED, random, number =>
      number.replaceAll(/[.,'’]/g, random.pick([' ', '\u00A0', '\u202F'])),
    ),
  'number in words': (exact, { language }, random) =>
    language !== 'en'
      ? null
      : changeOne(exact, /(?<![\d.,:/-])\d{1,2}(?:,000)?(?![\d.,:/-]*\d|[%°])/g, random, inWords),
  'number in figures': (exact, { language }, random) =>
    language !== 'en'
      ? null
      : changeOne(
          exact,
          /\b(?:two|three|five|six|ten|ten thousand)\b/g,
          random,
          words => FIGURES[words] ?? null,
        ),
  'per cent written otherwise': (exact, { language }, random) =>
    language !== 'en'
      ? null
      : changeOne(exact, / ?%| per cent\b| percent\b/g, random, said =>
          said.endsWith('%') ? random.pick([' per cent', ' percent']) : '%',
        ),
  'scale written otherwise': (exact, _, random) =>
    changeOne(exact, /(?<=\d) ?(?:million|Millionen|millones|m|bn|billion)\b/g, random, said =>
      /^ ?m$/.test(said) ? ' million' : /^ ?bn$/.test(said) ? ' billion' : /^ ?b/.test(said) ? 'bn' : 'm',
    ),
}

/** Spaces between a number and its sign or unit, there or not: a matter of the house's style. */
export const UNIT_SPACES: Record<string, Noise> = {
  unitsApart: (text, random) =>
    text
      .replaceAll(/(?<=\d)(?=%|km\b|m\b|bn\b|°)/g, () => random.pick([' ', '\u00A0', '\u202F']))
      .replaceAll(/(?<=[$£€])(?=\d)/g, ' '),
  unitsTogether: text =>
    text.replaceAll(/(?<=\d)[ \u00A0\u202F](?=%|km\b|°|€)/g, '').replaceAll(/(?<=[$£€]) (?=\d)/g, ''),
}

const UNITS =
  ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const FIGURES: Record<string, string> = {
  two: '2',
  three: '3',
  five: '5',
  six: '6',
  ten: '10',
  'ten thousand': '10,000',
}

/** One to ninety-nine, or so many thousand, in words; null when it is none of them. */
function inWords(number: string): string | null {
  const value = Number(number.split(',')[0])
  if (value === 0) return null
  const [tens, units] = [TENS[Math.floor(value / 10)], UNITS[value % 10]]
  const words = UNITS[value] ?? (units === '' ? tens : `${tens}-${units}`)
  return number.includes(',') ? `${words} thousand` : (words ?? null)
}
