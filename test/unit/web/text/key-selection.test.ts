import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extendSelection,
  type KeySelection,
  MOVES,
  type Move,
  moveSelection,
  selectSentence,
  spanOf,
} from '../../../../web/text/key-selection.ts'

const TEXT =
  'Gen. Milley spoke. “It was a mistake,” he said.\n\nThe U.S. has 5,000 troops there. It may go up.'

const said = (selection: KeySelection | null) => {
  if (selection === null) return null
  const { start, end } = spanOf(selection)
  return TEXT.slice(start, end)
}

/** A letter a move: d(own) u(p) r(ight) l(eft) h(ome) e(nd); capitals extend. */
const LETTERS: Record<string, Move> = {
  d: 'ArrowDown',
  u: 'ArrowUp',
  r: 'ArrowRight',
  l: 'ArrowLeft',
  h: 'Home',
  e: 'End',
}

function press(keys: string): string | null {
  let selection = selectSentence(TEXT, 0)
  for (const key of keys) {
    const move = LETTERS[key.toLowerCase()]
    if (!selection || !move) throw new Error(`no move ${key}`)
    selection =
      key === key.toLowerCase()
        ? moveSelection(TEXT, selection, move)
        : extendSelection(TEXT, selection, move)
  }
  return said(selection)
}

describe('keys select', () => {
  test.each([
    ['', 'Gen. Milley spoke.'],
    ['d', '“It was a mistake,” he said.'],
    ['dd', 'The U.S. has 5,000 troops there.'],
    ['ddd', 'It may go up.'],
    ['dddd', 'It may go up.'],
    ['ddu', '“It was a mistake,” he said.'],
    ['u', 'Gen. Milley spoke.'],
    ['e', 'It may go up.'],
    ['eh', 'Gen. Milley spoke.'],
    ['r', 'Gen'],
    ['rr', 'Milley'],
    ['l', 'spoke'],
    ['drrr', 'a'],
    ['ddrrrr', '5,000'],
    ['dr', 'It'],
    ['drrd', 'The U.S. has 5,000 troops there.'],
    ['drru', 'Gen. Milley spoke.'],
    ['drR', 'It was'],
    ['drRRR', 'It was a mistake'],
    ['drRRRL', 'It was a'],
    ['drRL', 'It'],
    ['drrL', 'It was'],
    ['drrLR', 'was'],
    ['drrLRR', 'was a'],
    ['drrRLL', 'It was'],
    ['dL', '“It was a mistake,” he said'],
    ['dD', '“It was a mistake,” he said.\n\nThe U.S. has 5,000 troops there.'],
    ['dDU', '“It was a mistake,” he said.'],
    ['dU', 'Gen. Milley spoke. “It was a mistake,” he said.'],
    ['drrD', 'was a mistake,” he said.'],
    ['drrU', '“It was'],
    ['ddE', 'The U.S. has 5,000 troops there. It may go up.'],
  ])('%s → %s', (keys, expected) => {
    expect(press(keys)).toBe(expected)
  })
})

test('a text without words has nothing to select', () => {
  expect(selectSentence('', 0)).toBeNull()
  expect(selectSentence(' \n\n ', 0)).toBeNull()
})

test('from any text and with any keys the selection stays inside the text and is never empty', () => {
  const words = fc.constantFrom(
    'said',
    'Mr.',
    '5,000',
    '👩‍👩‍👧',
    'e\u0301',
    'العربية',
    '中文',
    '“x”',
    '.',
    '?',
    '\n',
    '\n\n',
    ' ',
    '\r\n',
  )
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 30 }).map(parts => parts.join(' ')),
      fc.nat(200),
      fc.array(fc.tuple(fc.constantFrom(...MOVES), fc.boolean()), { maxLength: 20 }),
      (text, offset, moves) => {
        let selection = selectSentence(text, offset)
        for (const [move, extends_] of moves) {
          if (!selection) return
          selection = (extends_ ? extendSelection : moveSelection)(text, selection, move)
          const { start, end } = spanOf(selection)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
        }
      },
    ),
  )
})

test('going down sentence by sentence reads the whole text and comes to an end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a b.', 'c', '? ', '\n\n', '\n', 'Dr.', ' '), { maxLength: 40 }),
      parts => {
        const text = parts.join(' ')
        let selection = selectSentence(text, 0)
        let read = ''
        for (let step = 0; selection && step <= text.length; step++) {
          const { start, end } = spanOf(selection)
          read += text.slice(start, end)
          const next: KeySelection = moveSelection(text, selection, 'ArrowDown')
          if (next.anchor === selection.anchor) break
          selection = next
        }
        expect(read.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      },
    ),
  )
})
