import { describe, expect, test } from 'vitest'
import * as way from '../../../web/features/review/sitting.ts'

const ORDER = ['p', 'q', 'r', 's']
const CHOICE = { kind: 'agrees', supersederId: null, note: 'So.' } as const

const decided = (...ids: string[]) =>
  ids.reduce((sitting, id) => way.settle(way.choose(sitting, ORDER, id, CHOICE), id), way.NEW_SITTING)

describe('deciding', () => {
  test.each([
    ['the first', [], 'p', 'q'],
    ['one after another', ['p', 'q'], 'r', 's'],
    ['the last goes back to one that was passed over', ['q', 'r'], 's', 'p'],
    ['the only one left', ['q', 'r', 's'], 'p', null],
  ])('%s', (_name, before, id, next) => {
    const at = way.look(decided(...before), id)
    expect(way.choose(at, ORDER, id, CHOICE).at).toBe(next)
  })

  test('a pair that is not looked at leaves one where one is', () => {
    const at = way.look(way.NEW_SITTING, 'r')
    expect(way.choose(at, ORDER, 'p', CHOICE).at).toBe('r')
  })

  test('how many are left from here on', () => {
    expect(way.openAhead(way.look(decided('p', 'r'), 'q'), ORDER)).toBe(2)
    expect(way.openAhead(way.NEW_SITTING, [])).toBe(0)
  })
})

describe('going to and fro', () => {
  test.each([
    [null, 1, 'q'],
    ['q', 1, 'r'],
    ['q', -1, 'p'],
    ['p', -1, 'p'],
    ['s', 1, 's'],
  ] as const)('from %s by %i to %s', (at, by, to) => {
    expect(way.step(way.look(way.NEW_SITTING, at), ORDER, by).at).toBe(to)
  })

  test('the pair before is there though it is decided', () => {
    expect(way.step(decided('p'), ORDER, -1).at).toBe('p')
  })
})

describe('taking back', () => {
  test('each step leads to the pair decided before', () => {
    let sitting = decided('p', 'q')
    sitting = way.takeBack(sitting, 'q')
    expect([sitting.at, sitting.trail.map(({ id }) => id), sitting.mine.has('q')]).toEqual([
      'q',
      ['p'],
      false,
    ])
    sitting = way.takeBack(sitting, 'p')
    expect([sitting.at, sitting.trail, sitting.mine.size]).toEqual(['p', [], 0])
  })

  test('of two decisions on one pair the first stands again', () => {
    const other = { ...CHOICE, kind: 'unrelated' as const }
    const twice = way.choose(way.look(decided('p'), 'p'), ORDER, 'p', other)
    const back = way.takeBack(twice, 'p')
    expect(back.mine.get('p')).toEqual({ choice: CHOICE, state: 'done' })
    expect(back.trail).toHaveLength(1)
  })

  test('an answer that comes after its decision was taken back changes nothing', () => {
    const back = way.takeBack(way.choose(way.NEW_SITTING, ORDER, 'p', CHOICE), 'p')
    expect(way.settle(back, 'p')).toBe(back)
    expect(way.refuse(back, 'p', new Error('no'))).toBe(back)
  })
})

describe('what the server refuses', () => {
  const error = new Error('conflict')
  const refused = way.refuse(decided('p', 'q'), 'p', error)

  test('is kept with its choice, is open again, and not to be taken back', () => {
    expect(way.firstRefused(refused)).toEqual({ id: 'p', choice: CHOICE, error })
    expect(refused.trail.map(({ id }) => id)).toEqual(['q'])
    expect(way.choose(way.look(refused, 's'), ORDER, 's', CHOICE).at).toBe('p')
  })

  test('goes when it is let go, or decided anew', () => {
    expect(way.firstRefused(way.dropRefused(refused, 'p'))).toBeNull()
    expect(way.firstRefused(way.settle(way.choose(refused, ORDER, 'p', CHOICE), 'p'))).toBeNull()
  })
})

test.each([
  ['what has come is put behind', ['p', 'q'], ['r', 'p', 'q'], way.NEW_SITTING, ['p', 'q', 'r']],
  ['what others decided goes', ['p', 'q', 'r'], ['p', 'r'], way.NEW_SITTING, ['p', 'r']],
  [
    'but not what is being looked at',
    ['p', 'q', 'r'],
    ['p', 'r'],
    way.look(way.NEW_SITTING, 'q'),
    ['p', 'q', 'r'],
  ],
  ['nor what is one’s own', ['p', 'q', 'r'], ['q', 'r'], decided('p'), ['p', 'q', 'r']],
])('the order of a queue that changes: %s', (_name, order, waiting, sitting, expected) => {
  expect(way.follow(order, waiting, sitting)).toEqual(expected)
})
