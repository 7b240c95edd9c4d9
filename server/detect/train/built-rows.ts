import { analyse } from '../analyse.ts'
import type { Label, LabelledPair } from '../eval/read-pairs.ts'
import type { Analysis, Quantity } from '../text/analysis.ts'
import { AFFIRMING, AFFIRMING_VERBS, DENYING, DENYING_VERBS, OPEN, OPEN_VERBS } from './frames.ts'

/** Pairs made from labelled ones by rules whose effect on the label is known; the random numbers come from `random`. */

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!
}

const bare = (statement: string): string => statement.trim().replace(/[.!?]+$/, '')

function lowerFirst(statement: string): string {
  const first = /^\S+/.exec(statement)?.[0] ?? ''
  const ordinary =
    /^(The|A|An|This|These|Those|In|On|At|All|Some|Two|Three|He|She|It|They|There|His|Her|Its|No|Every|Most)$/.test(
      first,
    )
  return ordinary ? statement.charAt(0).toLowerCase() + statement.slice(1) : statement
}

export function putInto(frame: string, statement: string): string {
  const h = bare(statement)
  return frame.replace('{h}', lowerFirst(h)).replace('{H}', h)
}

const SMALL = new Set('a an the of in on at to for by with and or as from'.split(' '))

/** A headline of a sentence: no articles, no forms of "be", capital letters for most words. */
export function headlineOf(statement: string, capitals: boolean): string {
  const words = bare(statement)
    .split(' ')
    .filter(
      (word, i) => !/^(the|a|an)$/i.test(word) && !(i > 0 && /^(is|are|was|were|has|have|had)$/i.test(word)),
    )
  return words
    .map((word, i) =>
      capitals && (i === 0 || !SMALL.has(word)) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
    )
    .join(' ')
}

const AFTER_DENIAL: Record<Label, Label> = {
  contradiction: 'entailment',
  entailment: 'contradiction',
  neutral: 'neutral',
}

/** Whether a statement can stand in a frame: one sentence of moderate length that neither denies nor asks. */
export function fits(statement: string): boolean {
  if (statement.length > 160 || statement.length < 15 || /[?!:"“”;]/.test(statement)) return false
  return !/\b(no|not|never|nobody|none|deny|denie[sd]|hoax|fake|false|fail(s|ed)?|refused?)\b|n't/i.test(
    statement,
  )
}

/** The pair with its second statement denied, affirmed or left open by a frame. */
export function frameRows(pair: LabelledPair, random: () => number): LabelledPair[] {
  if (!fits(pair.b)) return []
  const rows: LabelledPair[] = []
  const a = random() < 0.3 ? headlineOf(pair.a, random() < 0.5) : pair.a
  const b = random() < 0.4 ? headlineOf(pair.b, random() < 0.5) : pair.b
  if (pair.label !== 'contradiction' || random() < 0.15)
    rows.push({ a, b: putInto(pick(DENYING, random), b), label: AFTER_DENIAL[pair.label] })
  if (random() < 0.7) rows.push({ a, b: putInto(pick(AFFIRMING, random), b), label: pair.label })
  if (random() < 0.3) rows.push({ a, b: putInto(pick(OPEN, random), b), label: 'neutral' })
  return rows
}

/** A statement against itself in a frame. */
export function selfRows(statement: string, random: () => number): LabelledPair[] {
  if (!fits(statement)) return []
  const other = random() < 0.5 ? headlineOf(statement, random() < 0.5) : statement
  const draw = random()
  if (draw < 0.4) return [{ a: statement, b: putInto(pick(DENYING, random), other), label: 'contradiction' }]
  if (draw < 0.7) return [{ a: statement, b: putInto(pick(AFFIRMING, random), other), label: 'entailment' }]
  if (draw < 0.8) return [{ a: statement, b: putInto(pick(OPEN, random), other), label: 'neutral' }]
  return [
    {
      a: putInto(pick(DENYING, random), other),
      b: putInto(pick(DENYING, random), statement),
      label: 'entailment',
    },
  ]
}

/** "won" → "failed to win", "managed to win", "hoped to win". */
export function verbRows(statement: string, random: () => number): LabelledPair[] {
  if (!fits(statement)) return []
  const a = analyse(statement)
  const v = a.tag.indexOf('V')
  if (
    v < 1 ||
    a.tag.slice(0, v).includes('X') ||
    a.lemma[v]!.includes('_') ||
    a.lemma[v] === a.text.slice(a.start[v], a.end[v]).toLowerCase() ||
    a.text.slice(a.start[v], a.end[v]).endsWith('ing')
  )
    return []
  const put = (verbs: string) =>
    `${a.text.slice(0, a.start[v])}${verbs} ${a.lemma[v]}${a.text.slice(a.end[v])}`
  const draw = random()
  if (draw < 0.45) return [{ a: statement, b: put(pick(DENYING_VERBS, random)), label: 'contradiction' }]
  if (draw < 0.75) return [{ a: statement, b: put(pick(AFFIRMING_VERBS, random)), label: 'entailment' }]
  if (draw < 0.9) return [{ a: statement, b: put(pick(OPEN_VERBS, random)), label: 'neutral' }]
  return [{ a: put(pick(DENYING_VERBS, random)), b: put(pick(DENYING_VERBS, random)), label: 'entailment' }]
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

function replaceQuantity(a: Analysis, q: Quantity, text: string): string {
  return `${a.text.slice(0, a.start[q.from])}${text}${a.text.slice(a.end[q.to - 1])}`
}

/** The number of a statement changed, bounded or rounded. */
export function numberRows(statement: string, random: () => number): LabelledPair[] {
  const a = analyse(statement)
  const q = a.quantities.find(
    quantity =>
      quantity.to === quantity.from + 1 &&
      quantity.dimension === 'count' &&
      Number.isInteger(quantity.value) &&
      quantity.value >= 2,
  )
  if (q === undefined || statement.length > 220) return []
  const factor = pick([0.2, 0.4, 0.6, 0.75, 1.3, 1.5, 2, 3, 5], random)
  const other = Math.max(1, Math.round(q.value * factor) + (q.value < 5 ? 1 : 0))
  const put = (text: string) => ({ a: statement, b: replaceQuantity(a, q, text) })
  const draw = random()
  if (other !== q.value && draw < 0.35) return [{ ...put(grouped(other)), label: 'contradiction' }]
  if (draw < 0.5)
    return [
      {
        ...put(`${pick(['about', 'around', 'roughly', 'some'], random)} ${grouped(q.value)}`),
        label: 'entailment',
      },
    ]
  const lower = Math.floor(q.value * 0.7)
  const higher = Math.ceil(q.value * 1.4) + 1
  if (draw < 0.6)
    return [
      { ...put(`${pick(['more than', 'over', 'at least'], random)} ${grouped(lower)}`), label: 'entailment' },
    ]
  if (draw < 0.7)
    return [
      {
        ...put(`${pick(['fewer than', 'under', 'at most'], random)} ${grouped(higher)}`),
        label: 'entailment',
      },
    ]
  if (draw < 0.8)
    return [
      {
        ...put(`${pick(['more than', 'over', 'at least'], random)} ${grouped(higher)}`),
        label: 'contradiction',
      },
    ]
  if (draw < 0.9 && lower >= 1)
    return [
      {
        ...put(`${pick(['fewer than', 'under', 'at most'], random)} ${grouped(lower)}`),
        label: 'contradiction',
      },
    ]
  return [{ ...put(grouped(q.value)), label: 'entailment' }]
}

/** The year of a statement changed. */
export function yearRows(statement: string, random: () => number): LabelledPair[] {
  const match = /\b(in|since) (1[89]\d\d|20[0-2]\d)\b/.exec(statement)
  if (match === null || statement.length > 220) return []
  const year = Number(match[2]) + pick([-7, -3, -1, 1, 2, 4, 11], random)
  return [{ a: statement, b: statement.replace(match[0], `${match[1]} ${year}`), label: 'contradiction' }]
}

/** A statement against the part of it that is left without its last clause, and against one in other clothes. */
export function trimRows(statement: string, random: () => number): LabelledPair[] {
  const draw = random()
  if (draw < 0.3) return [{ a: statement, b: statement.toUpperCase(), label: 'entailment' }]
  if (draw < 0.5) return [{ a: statement, b: headlineOf(statement, true), label: 'entailment' }]
  const cut = statement.lastIndexOf(',')
  if (cut < 30) return []
  return [{ a: statement, b: `${statement.slice(0, cut)}.`, label: 'entailment' }]
}
