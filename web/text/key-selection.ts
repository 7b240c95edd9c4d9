import type { Span } from '#domain/quote.ts'
import { sentenceAfter, sentenceAt, sentenceBefore, wordAfter, wordBefore } from './units.ts'

/** A selection made with keys. `focus` is the end that moves; it may stand before `anchor`. UTF-16 offsets. */
export type KeySelection = { anchor: number; focus: number }

export const MOVES = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End'] as const
export type Move = (typeof MOVES)[number]

export function spanOf({ anchor, focus }: KeySelection): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/** The selection of the sentence at an offset, or of the last one. Null in a text without any. */
export function selectSentence(text: string, offset: number): KeySelection | null {
  return whole(sentenceAt(text, offset) ?? sentenceBefore(text, text.length))
}

/**
 * Moves by a sentence (up and down), by a word (left and right) or to the first and last sentence. From a longer
 * selection, left and right go to its last and first word. Stays where it is at the ends of the text.
 */
export function moveSelection(text: string, selection: KeySelection, move: Move): KeySelection {
  const { start, end } = spanOf(selection)
  const target = {
    ArrowDown: () => sentenceAfter(text, sentenceAt(text, Math.max(start, end - 1))?.end ?? end),
    ArrowUp: () => sentenceBefore(text, sentenceAt(text, start)?.start ?? start),
    ArrowRight: () => wordAfter(text, isOneWord(text, start, end) ? end : start),
    ArrowLeft: () => wordBefore(text, isOneWord(text, start, end) ? start : end),
    Home: () => sentenceAt(text, 0),
    End: () => sentenceBefore(text, text.length),
  }[move]()
  return whole(target) ?? selection
}

/**
 * Moves the end that moves: by a word (left and right), by a sentence (up and down), to the ends of the text. At least
 * one word stays selected: going on over it, the other end begins to move.
 */
export function extendSelection(text: string, selection: KeySelection, move: Move): KeySelection {
  const { start, end } = spanOf(selection)
  return {
    ArrowRight: () => extendForward(text, selection, WORDS),
    ArrowLeft: () => extendBackward(text, selection, WORDS),
    ArrowDown: () => extendForward(text, selection, SENTENCES),
    ArrowUp: () => extendBackward(text, selection, SENTENCES),
    Home: () => ({ anchor: end, focus: sentenceAt(text, 0)?.start ?? start }),
    End: () => ({ anchor: start, focus: sentenceBefore(text, text.length)?.end ?? end }),
  }[move]()
}

type Units = {
  after: (text: string, offset: number) => Span | null
  before: (text: string, offset: number) => Span | null
}
const WORDS: Units = { after: wordAfter, before: wordBefore }
const SENTENCES: Units = { after: sentenceAfter, before: sentenceBefore }

function extendForward(text: string, selection: KeySelection, units: Units): KeySelection {
  const { anchor, focus } = selection
  const first = units.after(text, focus)
  if (!first) return selection
  if (focus >= anchor) return { anchor, focus: first.end }
  if (first.end > anchor) return { anchor: focus, focus: first.end }
  const next = units.after(text, first.end)
  if (next && next.start < anchor) return { anchor, focus: next.start }
  return { anchor: focus, focus: next?.end ?? anchor }
}

function extendBackward(text: string, selection: KeySelection, units: Units): KeySelection {
  const { anchor, focus } = selection
  const last = units.before(text, focus)
  if (!last) return selection
  if (focus <= anchor) return { anchor, focus: last.start }
  if (last.end < focus && last.end > anchor) return { anchor, focus: last.end }
  if (last.start < anchor) return { anchor: focus, focus: last.start }
  const previous = units.before(text, last.start)
  if (previous && previous.end > anchor) return { anchor, focus: previous.end }
  return { anchor: focus, focus: previous?.start ?? anchor }
}

function whole(span: Span | null): KeySelection | null {
  return span && { anchor: span.start, focus: span.end }
}

function isOneWord(text: string, start: number, end: number): boolean {
  const word = wordAfter(text, start)
  return word !== null && word.start === start && word.end >= end
}
