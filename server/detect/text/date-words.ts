/** The words that name times, and how long the times last. Ends are inclusive; where the end is smaller, the stretch runs over the turn. */

const list = (text: string): string[] => text.trim().split(/\s+/)

export const MONTHS = new Map<string, number>()
for (const [i, names] of [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
].entries())
  for (const name of names.split(' ')) MONTHS.set(name, i + 1)

export const WEEKDAYS = new Map(
  list('sunday monday tuesday wednesday thursday friday saturday').map((day, i) => [day, i]),
)

/** First and last month. */
export const SEASONS = new Map<string, [number, number]>([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 2]],
])

/** Feasts by their first two words: month and, where it is known, day. */
export const FEASTS = new Map<string, [month: number, day: number | null]>([
  ['christmas day', [12, 25]],
  ['christmas eve', [12, 24]],
  ['boxing day', [12, 26]],
  ['new year', [1, 1]],
  ['christmas', [12, null]],
  ['halloween', [10, 31]],
])

/** Easter is in March or April. */
export const EASTER: [number, number] = [3, 4]

/** Hours of the day, in minutes after midnight. */
const HOUR = 60
export const DAY_PARTS = new Map<string, [number, number]>([
  ['dawn', [4 * HOUR, 7 * HOUR]],
  ['daybreak', [4 * HOUR, 7 * HOUR]],
  ['sunrise', [4 * HOUR, 8 * HOUR]],
  ['morning', [3 * HOUR, 12 * HOUR - 1]],
  ['breakfast', [6 * HOUR, 10 * HOUR]],
  ['lunchtime', [12 * HOUR, 14 * HOUR]],
  ['afternoon', [12 * HOUR, 18 * HOUR]],
  ['daylight', [6 * HOUR, 20 * HOUR]],
  ['dusk', [17 * HOUR, 22 * HOUR]],
  ['sunset', [17 * HOUR, 22 * HOUR]],
  ['nightfall', [17 * HOUR, 22 * HOUR]],
  ['evening', [17 * HOUR, 24 * HOUR - 1]],
  ['night', [19 * HOUR, 6 * HOUR]],
  ['overnight', [19 * HOUR, 6 * HOUR]],
  ['noon', [12 * HOUR, 12 * HOUR]],
  ['midday', [12 * HOUR, 12 * HOUR]],
  ['midnight', [0, 0]],
])

/** What may stand right before a part of the day that tells when something happened; "the morning paper" tells nothing of the sort. */
export const BEFORE_DAY_PART = new Set(
  list(`in at before after until till by during since on from towards this that the early late shortly
just broad yesterday tomorrow soon mid`),
)

export const DAYS = new Map<string, [number, number]>([
  ['today', [0, 0]],
  ['tonight', [0, 0]],
  ['yesterday', [-1, -1]],
  ['tomorrow', [1, 1]],
])

/** How many days a period lasts. */
export const PERIODS = new Map<string, number>([
  ['night', 1],
  ['week', 7],
  ['weekend', 7],
  ['month', 30],
  ['year', 365],
  ['season', 365],
  ['spring', 365],
  ['summer', 365],
  ['autumn', 365],
  ['winter', 365],
  ['decade', 3650],
])
export const SHIFTS = new Map<string, number>([
  ['last', -1],
  ['past', -1],
  ['this', 0],
  ['coming', 1],
  ['next', 1],
])

export const BOUNDS = new Map<string, 'before' | 'until' | 'after' | 'since'>([
  ['before', 'before'],
  ['by', 'before'],
  ['until', 'until'],
  ['till', 'until'],
  ['through', 'until'],
  ['after', 'after'],
  ['since', 'since'],
  ['from', 'since'],
])
/** Words that may stand between a bound and its date: "by the end of May", "since about 1950". */
export const WITHIN_BOUND = new Set(
  list(`the early late mid about around end start beginning middle of that this shortly just`),
)

/** Verbs that give what was to happen another date: what is put off until a day is not before it. */
export const MOVING = new Set(
  list(`postpone delay defer adjourn put_off push_back put_back bring_forward reschedule move slip push shift
change switch suspend`),
)

/** Before a year these make of a number a year. */
export const YEAR_BEFORE = new Set(
  list(`in since by until till from during before after of for early late mid circa ( through year and to
spring summer autumn winter - the`),
)
/** Before a number these make an amount of it. */
export const AMOUNT_BEFORE = new Set(list(`$ € £ some about around over nearly least than of to`))
