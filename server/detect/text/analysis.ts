/** What the detector knows of one statement. Plain data: stored as JSON beside the claim. */

/** Raised whenever the same statement would be analysed differently. A stored analysis of another version is made anew. */
export const ANALYSIS_VERSION = 5

/** At most so many UTF-16 units, tokens, quantities, dates, names, states and orders of events of a statement are looked at. */
export const LIMITS = {
  characters: 4000,
  tokens: 240,
  quantities: 24,
  dates: 16,
  names: 32,
  states: 32,
  orders: 4,
} as const

/**
 * One letter per token: N noun, M name, V verb, A adjective, R adverb, X auxiliary, P adposition, D determiner,
 * O pronoun, C conjunction, S subordinator, T particle, # number, . punctuation, ? anything else.
 */
export type Tag = string

/** Bits of a token's `sense`. */
export const NEGATED = 1
/** The clause it stands in is denied or negated as a whole. */
export const CLAUSE_NEGATED = 2
/** Belongs to who says it, not to what is said. */
export const ATTRIBUTION = 4
/** Planned, forecast, possible or supposed rather than told as a fact. */
export const UNREAL = 8
/** Is itself a cue (a negator, a denial, a bound) and says nothing of the matter. */
export const CUE = 16
/** Is part of a number, its bound or its unit. */
export const IN_QUANTITY = 32
export const IN_DATE = 64

export type CueType =
  | 'negation'
  | 'implicative'
  | 'denial'
  | 'doubt'
  | 'question'
  | 'hedge'
  | 'forecast'
  | 'obligation'
  | 'permission'
  | 'prohibition'
  | 'possibility'
  | 'attribution'
  | 'exclusive'
  | 'all'
  | 'some'
  | 'condition'
  | 'fake'
  | 'earlier'
  | 'definition'
  | 'part'

/** A word or phrase that changes how the statement is to be taken; `from` and `to` are token indexes, `to` exclusive. */
export type Cue = { type: CueType; from: number; to: number }

export type Dimension =
  | 'count'
  | 'percent'
  | 'money'
  | 'length'
  | 'area'
  | 'mass'
  | 'volume'
  | 'duration'
  | 'temperature'
  | 'speed'
  | 'power'
  | 'clock'
  | 'score'
  | 'ordinal'
  | 'age'

/** What an amount is of a change: the figure before it, by how much, the figure after it, or what is added to others ("another 600"). */
export type Role = '' | 'start' | 'change' | 'level' | 'extra'

export type Quantity = {
  from: number
  to: number
  /** In the dimension's base unit (metre, kilogram, second, litre, degree Celsius, one unit of the currency). */
  value: number
  /** The interval the words allow; infinite ends are null. `openLow` and `openHigh`: the end itself is excluded. */
  low: number | null
  high: number | null
  openLow: boolean
  openHigh: boolean
  dimension: Dimension
  /** The currency for money, else the unit as written; empty when there is none. */
  unit: string
  /** The lemma of what is counted, empty when nothing is named. */
  head: string
  /** "about", "some", "nearly", or a round number in words. */
  approximate: boolean
  /** Half a unit of the last written digit, in base units: 1.2 million stands for anything from 1.15 to 1.25 million. */
  rounding: number
  role: Role
  /** The time for which it is told ("a day", "monthly") in seconds, −1 for "each" and "per head", 0 when it is a total. */
  per: number
}

export type DateMention = {
  from: number
  to: number
  year: number | null
  month: number | null
  day: number | null
  /** 0 Sunday to 6 Saturday. */
  weekday: number | null
  /** Clock time in minutes after midnight. */
  minute: number | null
  /** A time that is only relative: "yesterday", "last year", in days from the date of saying; null when absolute. */
  relative: number | null
  /** The last of its parts where the words name a stretch ("spring", "the 1990s", "in the morning"), else null. It may be smaller: winter ends in February. */
  yearTo: number | null
  monthTo: number | null
  weekdayTo: number | null
  minuteTo: number | null
  relativeTo: number | null
  /**
   * Where the event lies to it. `earliest` and `latest` come from negations: what did not happen until Monday, what has not happened since.
   * `not`: the words say that it is another date ("in May, not in June").
   */
  bound: 'at' | 'before' | 'after' | 'until' | 'since' | 'earliest' | 'latest' | 'not'
}

/** Two events that a statement puts in order, and the words that do so; token indexes, `to` exclusive. */
export type EventOrder = {
  from: number
  to: number
  earlier: { from: number; to: number }
  later: { from: number; to: number }
}

/** A name: `key` is its last word in lower case, `aliases` further keys it may be known by. */
export type NameMention = { from: number; to: number; key: string; aliases: string[] }

export type Analysis = {
  version: number
  /** UTF-16 units of the statement; `truncated` when it was longer than what is looked at. */
  length: number
  truncated: boolean
  /** The part of the statement that was analysed. */
  text: string
  /** UTF-16 offsets per token. */
  start: number[]
  end: number[]
  lemma: string[]
  tag: Tag
  /** Number of the clause per token. */
  clause: number[]
  sense: number[]
  cues: Cue[]
  quantities: Quantity[]
  dates: DateMention[]
  orders: EventOrder[]
  names: NameMention[]
  /** The states of affairs it speaks of, as text/states.ts packs them. */
  states: number[]
}
