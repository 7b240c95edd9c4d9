import type { Fact } from './matters/matter.ts'
import { between, chance, logNormal, pick, type Random } from './random.ts'

/** One answer that somebody gives to the question behind a fact. */
export type Value = { phrases: readonly string[]; slots: Readonly<Record<string, string>> }

/** A sentence without its full stop; `start` and `end` are UTF-16 offsets of the words that may be disputed. */
export type Phrase = { text: string; start: number; end: number }

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

export const DAY_MS = 86_400_000

export const inWords = (day: Date) =>
  `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`

/** Counts are often round, and then disputed by another count. */
function quantity(random: Random, low: number, high: number): string {
  const exact = Math.round(low * (high / low) ** random())
  const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1)
  return (chance(random, 0.6) ? Math.max(low, Math.round(exact / step) * step) : exact).toLocaleString(
    'en-GB',
  )
}

/** Answers to a fact, none of them twice; `around` is the day of what happened. */
export function makeValues(
  random: Random,
  fact: Fact,
  count: number,
  around: Date,
  organisations: readonly string[],
): Value[] {
  if (fact.about === 'negation') {
    const both = [
      { phrases: fact.yes, slots: {} },
      { phrases: fact.no, slots: {} },
    ]
    return chance(random, 0.5) ? both : both.toReversed()
  }
  const slots = new Map<string, Record<string, string>>()
  while (slots.size < count) {
    const made = makeSlot(random, fact, around, organisations)
    slots.set(JSON.stringify(made), made)
  }
  return [...slots.values()].map(slots => ({ phrases: fact.say, slots }))
}

/** Of the bodies a few are always the ones named. */
const ORGANISATION_MEDIAN = 40
const ORGANISATION_SPREAD = 1.2

function makeSlot(
  random: Random,
  fact: Exclude<Fact, { about: 'negation' }>,
  around: Date,
  organisations: readonly string[],
): Record<string, string> {
  if (fact.about === 'quantity') return { n: quantity(random, fact.low, fact.high) }
  if (fact.about === 'date')
    return { day: inWords(new Date(around.getTime() + between(random, -40, 40) * DAY_MS)) }
  if (fact.about === 'exclusivity') return { it: pick(random, fact.of) }
  const rank = Math.floor(logNormal(random, ORGANISATION_MEDIAN, ORGANISATION_SPREAD))
  return { organisation: organisations[Math.min(organisations.length - 1, rank)]! }
}

export const fill = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')

/** One way to say `value` of `place`. */
export function makePhrase(random: Random, value: Value, place: string): Phrase {
  const marked = fill(pick(random, value.phrases), { ...value.slots, place })
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return { text: marked.replace(/[[\]]/g, ''), start, end }
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
