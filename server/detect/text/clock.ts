import { BEFORE_DAY_PART, DAY_PARTS, DAYS, WEEKDAYS } from './date-words.ts'
import { smallOf } from './number-words.ts'
import type { Tokens } from './tokens.ts'

/** Minutes after midnight, the last one where it is a stretch, and the token behind the words. */
export type ClockTime = { minute: number; minuteTo: number | null; to: number }

const REACH = 4
const AFTERNOON = new Set(['afternoon', 'evening', 'night', 'pm', 'p.m', 'p.m.'])
const MORNING = new Set(['morning', 'am', 'a.m', 'a.m.'])

const at = ({ word }: Tokens, i: number): string => word[i] ?? ''

/** Half of the day that is named right after an hour ("in the afternoon", "on Thursday morning", "pm"): 0 or 12 hours, null when none is. */
function readHalf(tokens: Tokens, i: number): { hours: 0 | 12; to: number } | null {
  for (let j = i; j < i + REACH; j++) {
    const word = at(tokens, j)
    if (AFTERNOON.has(word)) return { hours: 12, to: j + 1 }
    if (MORNING.has(word)) return { hours: 0, to: j + 1 }
    if (word !== 'in' && word !== 'the' && word !== "o'clock") return null
  }
  return null
}

const onHalf = (hour: number, half: 0 | 12): number => ((hour % 12) + half) * 60

/** An hour in digits or words, 1 to 12. */
function readHour(word: string): number | null {
  const value = /^\d{1,2}$/.test(word) ? Number(word) : (smallOf(word) ?? 0)
  return value >= 1 && value <= 12 ? value : null
}

/** "22:00", "6:30 am", "2.15 in the afternoon", "8pm". */
function readDigits(tokens: Tokens, i: number): ClockTime | null {
  const word = at(tokens, i)
  const short = /^(\d{1,2})(?:[:.](\d\d))?([ap])m\.?$/.exec(word)
  if (short !== null)
    return {
      minute: onHalf(Number(short[1]), short[3] === 'p' ? 12 : 0) + Number(short[2] ?? 0),
      minuteTo: null,
      to: i + 1,
    }
  const clock = /^(\d{1,2})([:.])(\d\d)$/.exec(word)
  if (clock === null) return null
  const [hour, minutes] = [Number(clock[1]), Number(clock[3])]
  const half = readHalf(tokens, i + 1)
  if (minutes > 59 || hour > 24 || (half === null && clock[2] === '.')) return null
  if (half === null) return { minute: (hour % 24) * 60 + minutes, minuteTo: null, to: i + 1 }
  return { minute: (hour > 12 ? hour * 60 : onHalf(hour, half.hours)) + minutes, minuteTo: null, to: half.to }
}

const BEFORE_HOUR = new Set('at about around before after by until till since from past to'.split(' '))

/** "at four in the morning", "eight o'clock in the evening", "6 pm"; an hour of unknown half tells nothing. */
function readFullHour(tokens: Tokens, i: number): ClockTime | null {
  const hour = readHour(at(tokens, i))
  const half = hour === null ? null : readHalf(tokens, i + 1)
  if (hour === null || half === null) return null
  const counted = at(tokens, i + 1) === 'in' || at(tokens, i + 1) === 'the'
  if (counted && !BEFORE_HOUR.has(at(tokens, i - 1))) return null
  return { minute: onHalf(hour, half.hours), minuteTo: null, to: half.to }
}

const BESIDE = new Map<string, number>([
  ['quarter', 15],
  ['half', 30],
  ['twenty', 20],
  ['ten', 10],
  ['five', 5],
])

/** "a quarter to midnight", "half past six in the evening". */
function readBeside(tokens: Tokens, i: number): ClockTime | null {
  const minutes = BESIDE.get(at(tokens, i))
  const way = at(tokens, i + 1)
  if (minutes === undefined || (way !== 'past' && way !== 'to')) return null
  const whole = WHOLE.get(at(tokens, i + 2))
  const full = whole === undefined ? readFullHour(tokens, i + 2) : { minute: whole, to: i + 3 }
  if (full === null) return null
  const minute = full.minute + (way === 'past' ? minutes : -minutes)
  return { minute: (minute + 1440) % 1440, minuteTo: null, to: full.to }
}
const WHOLE = new Map<string, number>([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
])

/** "in the morning", "on Thursday evening", "before dawn", "overnight". */
function readDayPart(tokens: Tokens, i: number): ClockTime | null {
  const word = at(tokens, i)
  if (word === 'early' && at(tokens, i + 1) === 'hours') return { minute: 0, minuteTo: 300, to: i + 2 }
  const part = DAY_PARTS.get(word)
  if (part === undefined) return null
  const before = at(tokens, i - 1)
  const sure = WHOLE.has(word) || word === 'overnight'
  if (!sure && !BEFORE_DAY_PART.has(before) && !WEEKDAYS.has(before) && !DAYS.has(before)) return null
  if (!sure && tokens.tag[i + 1] === 'N' && at(tokens, i + 1) !== "'s") return null
  return { minute: part[0], minuteTo: part[0] === part[1] ? null : part[1], to: i + 1 }
}

/** The time of day that begins at token `i`, or null. */
export const readClock = (tokens: Tokens, i: number): ClockTime | null =>
  readDigits(tokens, i) ?? readBeside(tokens, i) ?? readFullHour(tokens, i) ?? readDayPart(tokens, i)
