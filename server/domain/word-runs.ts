import {
  APOSTROPHE,
  DASH,
  DIGIT,
  EMOJI,
  IGNORED,
  JOINT,
  kindAt,
  LETTER,
  MARK,
  NEUTRAL,
  NUMERAL,
  SOLO,
  SPACE,
  SYMBOL,
  skipLetters,
  widthAt,
} from './character-kinds.ts'
import { type Repaired, repairMisread } from './misread.ts'

/**
 * The words of a text in order: as written, and their UTF-16 offsets in the repaired text. `breaks` are the numbers of words that a
 * hyphen at the end of a line may have cut from the next one.
 */
export type WordRuns = Repaired & { written: string[]; starts: number[]; ends: number[]; breaks: number[] }

/** A mark like `[12]` right behind a word is a footnote, never the speaker's. */
const FOOTNOTE = /\[\d{1,3}\]/y

/** A dash with one of these behind it is a range when a number stands before, a sign when nothing does. */
const AMOUNT = /\s*\p{Sc}?\s*\.?\p{Nd}/uy
const SIGNED = /[-\u2010-\u2013\u2212\uFE63\uFF0D](?=\p{Sc}?\.?\p{Nd})/uy

/** A hyphen, soft or not, and the space or the line end behind it. */
const LINE_HYPHEN = /[-\u00AD\u2010]\u00AD*\s+(?=\p{L})/uy

/**
 * Cut a text into the words that are compared: runs of letters with their marks and inner apostrophes, numbers with
 * their inner points and commas, single letters of scripts without spaces, emoji, and the signs that count (currency,
 * per cent, plus and minus, question mark). White space and other punctuation only stand between words.
 */
export function readWords(original: string): WordRuns {
  const repaired = repairMisread(original)
  const { text } = repaired
  const runs: WordRuns = { ...repaired, written: [], starts: [], ends: [], breaks: [] }
  let before = 0
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    const end = kind === SPACE || kind === IGNORED ? at : wordEnd(text, at, kind, before, runs)
    if (end === at) {
      at =
        kind === NEUTRAL && before !== SPACE && before !== 0 ? skipFootnote(text, at) : at + widthAt(text, at)
    } else {
      if (kind === LETTER && breaksLine(text, end)) runs.breaks.push(runs.starts.length)
      runs.written.push(writtenAs(text, at, end, kind, before))
      runs.starts.push(at)
      runs.ends.push(end)
      at = end
    }
    if (kind !== IGNORED) before = kind
  }
  return runs
}

/** A power is no digit of the number before it, and a sign written several times is one sign. */
function writtenAs(text: string, at: number, end: number, kind: number, before: number): string {
  if (kind === NUMERAL && before === DIGIT) return `^${text.slice(at, end)}`
  if (kind === SYMBOL) return text.slice(sameEnd(text, at) - widthAt(text, at), end)
  return text.slice(at, end)
}

/** Where the word that starts here ends; here, when none does. */
function wordEnd(text: string, at: number, kind: number, before: number, runs: WordRuns): number {
  switch (kind) {
    case LETTER:
    case MARK:
      return lettersEnd(text, at)
    case DIGIT:
      return digitsEnd(text, at)
    case JOINT:
      return startsFraction(text, at, before) ? digitsEnd(text, at) : at
    case DASH:
      return countsAsMinus(text, at, before, runs) ? at + widthAt(text, at) : at
    case SOLO:
    case NUMERAL:
      return marksEnd(text, at + widthAt(text, at))
    case SYMBOL:
      return marksEnd(text, sameEnd(text, at))
    case EMOJI:
      return emojiEnd(text, at)
    default:
      return at
  }
}

function lettersEnd(text: string, start: number): number {
  let end = start
  for (let at = start; ; ) {
    const kind = kindAt(text, at)
    if (kind === LETTER || kind === MARK) {
      at = skipLetters(text, at + widthAt(text, at))
      end = at
    } else if (kind === IGNORED) at += widthAt(text, at)
    else if (kind === APOSTROPHE && end === at && kindAt(text, at + 1) === LETTER) at++
    else return marksEnd(text, end)
  }
}

function digitsEnd(text: string, start: number): number {
  let end = start
  for (let at = start; ; ) {
    const kind = kindAt(text, at)
    if (kind === DIGIT || kind === MARK) {
      at += widthAt(text, at)
      end = at
    } else if (kind === IGNORED) at += widthAt(text, at)
    else if ((kind === JOINT || kind === APOSTROPHE) && end === at && kindAt(text, at + 1) === DIGIT) at++
    else return marksEnd(text, end)
  }
}

/** Marks, joiners and variation selectors never leave the character before them (UAX 29, rule GB9). */
function marksEnd(text: string, start: number): number {
  let at = start
  for (;;) {
    const unit = text.charCodeAt(at)
    const joins = unit === 0x200c || unit === 0x200d || (unit >= 0xfe00 && unit <= 0xfe0f)
    if (!joins && kindAt(text, at) !== MARK) return at
    at += widthAt(text, at)
  }
}

function sameEnd(text: string, start: number): number {
  const width = widthAt(text, start)
  const sign = text.slice(start, start + width)
  let at = start + width
  while (text.startsWith(sign, at)) at += width
  return at
}

function emojiEnd(text: string, start: number): number {
  let at = start + widthAt(text, start)
  // Two regional indicators are one flag (UTS 51).
  if (isIndicator(text, start) && isIndicator(text, at)) return marksEnd(text, at + 2)
  for (;;) {
    at = marksEnd(text, at)
    if (text.charCodeAt(at - 1) !== 0x200d || kindAt(text, at) !== EMOJI) return at
    at += widthAt(text, at)
  }
}

function isIndicator(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0
  return point >= 0x1f1e6 && point <= 0x1f1ff
}

/** `.5` is a number of its own; the full stop in `said.5` is not part of one. */
function startsFraction(text: string, at: number, before: number): boolean {
  const free =
    before === 0 || before === SPACE || before === SYMBOL || before === DASH || text[at - 1] === '('
  return free && text[at] === '.' && kindAt(text, at + 1) === DIGIT
}

/** A dash between two numbers is a range or a date, one before a number and behind no word is its sign. */
function countsAsMinus(text: string, at: number, before: number, runs: WordRuns): boolean {
  if (before === LETTER || before === MARK || before === SOLO) return false
  if (matchAt(AMOUNT, text, at + 1) === at + 1) return false
  const last = runs.starts.length - 1
  if (
    last >= 0 &&
    kindAt(text, runs.starts[last] ?? 0) === DIGIT &&
    onlyBlanks(text, runs.ends[last] ?? 0, at)
  )
    return true
  return before !== DASH && before !== DIGIT && matchAt(SIGNED, text, at) > at
}

function onlyBlanks(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = kindAt(text, at)
    if ((kind !== SPACE && kind !== IGNORED) || text[at] === '\n') return false
  }
  return true
}

function breaksLine(text: string, end: number): boolean {
  const unit = text.charCodeAt(end)
  return (unit === 0x2d || unit === 0xad || unit === 0x2010) && matchAt(LINE_HYPHEN, text, end) > end
}

function skipFootnote(text: string, at: number): number {
  return Math.max(at + widthAt(text, at), matchAt(FOOTNOTE, text, at))
}

/** Where a sticky pattern that starts here ends; here, when it does not match. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
