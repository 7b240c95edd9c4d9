import { type EventOrder, LIMITS, NEGATED } from './analysis.ts'
import type { Reading } from './polarity.ts'

const list = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Before whom one speaks or appears: no time. */
const AUDIENCE =
  list(`court judge magistrate parliament tribunal committee panel jury congress senate bench commission
council camera cameras crowd audience lawmaker mps inquiry god`)
/** "after all", "before long": no event follows. */
const NO_EVENT = list('all long then that this it which him her them tax')
/** Verbs and adjectives that make one meaning with the word behind them: "named after", "look after". */
const TAKES_AFTER = list('look name call take model ask inquire run')

const LONGEST = 14

type Stretch = { from: number; to: number }

/** From token `i` on to the end of its clause. */
function restOfClause({ clause }: Pick<Reading, 'clause'>, i: number): Stretch {
  let to = i
  while (to < clause.length && clause[to] === clause[i] && to - i < LONGEST) to++
  return { from: i, to }
}

/** What stands in the same sentence before token `i`, back to the clause that it belongs to. */
function clauseBefore({ tokens: { sentence }, clause }: Reading, i: number): Stretch {
  const last = i - 1
  let from = i
  while (
    from > 0 &&
    sentence[from - 1] === sentence[last] &&
    clause[from - 1] === clause[last] &&
    i - from < LONGEST
  )
    from--
  return { from, to: i }
}

/**
 * Where the main clause begins behind one that opens the sentence at token `i`: at a comma, at the next clause, at an auxiliary before its
 * subject ("… did the bishop") or at a new subject behind a noun ("reached the town the truce …").
 */
function mainClauseFrom({ tokens: { word, tag }, clause }: Reading, i: number): number {
  let verbs = 0
  for (let j = i; j < clause.length && clause[j] === clause[i]; j++) {
    if (word[j] === ',') return j
    const nounBefore = tag[j - 1] === 'N' || tag[j - 1] === 'M'
    const subjectFollows = tag[j + 1] === 'D' || tag[j + 1] === 'M' || tag[j + 1] === 'O'
    const inverted = tag[j] === 'X' && subjectFollows
    const newSubject = verbs > 0 && (tag[j] === 'D' || tag[j] === 'O')
    if (nounBefore && (inverted || newSubject)) return j
    if (tag[j] === 'V') verbs++
  }
  return restOfClause({ clause }, i).to
}

/** What a clause that opens the sentence at token `i` says, and what the main clause behind it says. */
function openingAndMain(reading: Reading, i: number): [Stretch, Stretch] {
  const { sentence } = reading.tokens
  const from = mainClauseFrom(reading, i)
  let to = from
  while (to < sentence.length && sentence[to] === sentence[i] && to - from < LONGEST) to++
  return [
    { from: i, to: from },
    { from, to },
  ]
}

const hasWord = ({ tokens: { tag } }: Reading, { from, to }: Stretch): boolean =>
  tag.slice(from, to).some(t => t === 'N' || t === 'M' || t === 'V' || t === 'A')

/** The words that stand between the beginning of a sentence and a cue that opens it: "Only two days after …". */
const OPENING = new Set(['R', '#', 'D', 'C', '.'])
const UNITS = list('second minute hour day night week month year decade century moment eve')

function opensSentence({ tokens: { sentence, tag, lemma } }: Reading, i: number): boolean {
  for (let j = i - 1; j >= 0 && sentence[j] === sentence[i]; j--)
    if (!OPENING.has(tag[j]!) && !UNITS.has(lemma[j]!)) return false
  return true
}

/** A word or phrase that puts two events in order: the tokens it has, and whether what follows it came first. */
type Link = { to: number; followingFirst: boolean }

function linkAt({ tokens: { word, lemma, tag } }: Reading, i: number): Link | null {
  const [w, next] = [word[i]!, word[i + 1] ?? '']
  if (w === 'before' && !AUDIENCE.has(headAfter(lemma, tag, i + 1)))
    return { to: i + 1, followingFirst: false }
  const ahead = w === 'ahead' && next === 'of' && lemma[i - 1] !== 'be'
  if (ahead || (w === 'prior' && next === 'to')) return { to: i + 2, followingFirst: false }
  if (w === 'eve' && next === 'of') return { to: i + 2, followingFirst: false }
  if (w === 'after' && !TAKES_AFTER.has(lemma[i - 1] ?? '')) return { to: i + 1, followingFirst: true }
  if (w === 'following' && tag[i + 1] === 'D' && tag[i - 1] !== 'X')
    return { to: i + 1, followingFirst: true }
  if (lemma[i] === 'precede' && tag[i] === 'V' && next !== 'by') return { to: i + 1, followingFirst: false }
  if (lemma[i] === 'precede' && next === 'by') return { to: i + 2, followingFirst: true }
  if (lemma[i] === 'follow' && next === 'by' && tag[i - 1] === 'X')
    return { to: i + 2, followingFirst: false }
  return null
}

const HEAD_REACH = 4

/** The noun that heads what begins at token `i`. */
function headAfter(lemma: readonly string[], tag: readonly string[], i: number): string {
  let j = i
  while (j < i + HEAD_REACH && (tag[j] === 'D' || tag[j] === 'A' || tag[j] === 'O' || tag[j] === '#')) j++
  while (tag[j + 1] === 'N' || tag[j + 1] === 'M') j++
  return lemma[j] ?? ''
}

/** The event behind a link that ends before token `to`, and the other one of its sentence. */
function eventsAround(reading: Reading, from: number, to: number): [following: Stretch, other: Stretch] {
  if (opensSentence(reading, from)) return openingAndMain(reading, to)
  return [restOfClause(reading, to), clauseBefore(reading, from)]
}

/** "had already … when …", "by the time …, had …": the events of both clauses in order, or null. */
function readWhen(reading: Reading, i: number): EventOrder | null {
  const { word } = reading.tokens
  const byTheTime = word[i] === 'by' && word[i + 1] === 'the' && word[i + 2] === 'time'
  if (!byTheTime && word[i] !== 'when') return null
  const to = byTheTime ? i + 3 : i + 1
  const [later, earlier] = eventsAround(reading, i, to)
  if (!byTheTime && !word.slice(earlier.from, earlier.to).includes('already')) return null
  return { from: i, to, earlier, later }
}

function readLink(reading: Reading, i: number): EventOrder | null {
  const link = linkAt(reading, i)
  if (link === null || NO_EVENT.has(reading.tokens.word[link.to] ?? '')) return null
  const [following, other] = eventsAround(reading, i, link.to)
  /** "did not leave before the vote": left after it. */
  const denied = !link.followingFirst && (reading.sense[i]! & NEGATED) !== 0
  const [earlier, later] = link.followingFirst || denied ? [following, other] : [other, following]
  return { from: i, to: link.to, earlier, later }
}

/**
 * Which of two events of a statement came first, by "before", "after", "on the eve of", "already … when" and the like. Tokens of dates
 * (`inDates`) put nothing in order; the negators of the reading must be known.
 */
export function readOrders(reading: Reading, inDates: ReadonlySet<number>): EventOrder[] {
  const orders: EventOrder[] = []
  for (let i = 0; i < reading.tokens.word.length && orders.length < LIMITS.orders; i++) {
    if (inDates.has(i)) continue
    const order = readLink(reading, i) ?? readWhen(reading, i)
    if (order !== null && hasWord(reading, order.earlier) && hasWord(reading, order.later)) orders.push(order)
  }
  return orders
}
