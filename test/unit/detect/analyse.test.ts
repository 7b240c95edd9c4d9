import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { CLAUSE_NEGATED, NEGATED } from '../../../server/detect/text/analysis.ts'

const negatedWords = (text: string): string[] => {
  const { lemma, sense } = analyse(text)
  return lemma.filter((_, i) => (sense[i]! & NEGATED) !== 0)
}

const denied = (text: string) => analyse(text).sense.some(bits => (bits & CLAUSE_NEGATED) !== 0)

describe('quantities', () => {
  const table: [string, number, string, number | null, number | null][] = [
    ['5,000 troops', 5000, 'count', 5000, 5000],
    ['more than 300 homes', 300, 'count', 300, null],
    ['up to 50 people', 50, 'count', null, 50],
    ['no more than 60 homes', 60, 'count', null, 60],
    ['at least 40 passengers', 40, 'count', 40, null],
    ['5.4 billion people', 5.4e9, 'count', 5.4e9, 5.4e9],
    ['$1.2 million', 1.2e6, 'money', 1.2e6, 1.2e6],
    ['12 per cent', 12, 'percent', 12, 12],
    ['5 km', 5000, 'length', 5000, 5000],
    ['three tonnes', 3000, 'mass', 3000, 3000],
    ['two dozen sheep', 24, 'count', 24, 24],
    ['half a million people', 500_000, 'count', 500_000, 500_000],
    ['one and a half million people', 1.5e6, 'count', 1.5e6, 1.5e6],
    ['between 6 and 18 deaths', 18, 'count', 6, 18],
    ['from 6 to 18 deaths', 18, 'count', 6, 18],
    ['one hundred and twenty soldiers', 120, 'count', 120, 120],
    ['104 degrees Fahrenheit', 40, 'temperature', 40, 40],
    ['two-thirds of members', 200 / 3, 'percent', 200 / 3, 200 / 3],
    ['eight hours', 28_800, 'duration', 28_800, 28_800],
    ['thirty-two soldiers', 32, 'count', 32, 32],
    ['ninety-five percent', 95, 'percent', 95, 95],
    ['forty-two thousand people', 42_000, 'count', 42_000, 42_000],
    ['$53.7-million', 53.7e6, 'money', 53.7e6, 53.7e6],
  ]
  test.each(table)('%s', (text, value, dimension, low, high) => {
    const [quantity] = analyse(`There were ${text}.`).quantities
    expect(quantity?.dimension).toBe(dimension)
    expect(quantity?.value).toBeCloseTo(value, 3)
    if (low === null) expect(quantity?.low).toBeNull()
    else expect(quantity?.low).toBeCloseTo(low, 3)
    if (high === null) expect(quantity?.high).toBeNull()
    else expect(quantity?.high).toBeCloseTo(high, 3)
  })

  test('the unit is known at the end of a sentence too', () => {
    expect(analyse('The rock height is 8,844.43 m.').quantities[0]).toMatchObject({
      dimension: 'length',
      value: 8844.43,
    })
  })

  test.each([
    ['The death toll stands at 64.', 'toll'],
    ['A force of 750 Marines was approved.', 'marine'],
    ['The army lost 40 trucks.', 'truck'],
  ])('what is counted: %s', (text, head) => {
    expect(analyse(text).quantities[0]?.head).toBe(head)
  })

  test('a year is a date, not a count', () => {
    const { quantities, dates } = analyse('The treaty was signed in 1999.')
    expect(quantities).toEqual([])
    expect(dates[0]?.year).toBe(1999)
  })
})

describe('dates', () => {
  const table: [string, Record<string, unknown>][] = [
    ['on 6 January 2020', { day: 6, month: 1, year: 2020 }],
    ['on January 6, 2020', { day: 6, month: 1, year: 2020 }],
    ['in March 2015', { month: 3, year: 2015, day: null }],
    ['on Monday', { weekday: 1 }],
    ['before 1980', { year: 1980, bound: 'before' }],
    ['since 1955', { year: 1955, bound: 'since' }],
    ['yesterday', { relative: -1 }],
    ['last year', { relative: -729, relativeTo: -20 }],
    ['last week', { relative: -13, relativeTo: -1 }],
    ['this Sunday', { weekday: 0, relative: 0 }],
    ['at 6:30 am', { minute: 390 }],
    ['at 8 pm', { minute: 1200 }],
    ['on Monday, 6 January', { weekday: 1, day: 6, month: 1 }],
    ['at 8pm', { minute: 1200 }],
    ['at 2.15 in the afternoon', { minute: 855 }],
    ["at four o'clock in the morning", { minute: 240 }],
    ['at half past six in the evening', { minute: 1110 }],
    ['at a quarter to midnight', { minute: 1425 }],
    ['by midnight', { minute: 1440, bound: 'before' }],
    ['on Thursday evening', { weekday: 4, minute: 1020, minuteTo: 1439 }],
    ['at the weekend', { weekday: 6, weekdayTo: 0 }],
    ['in mid-February', { month: 2 }],
    ['in the spring of 1974', { year: 1974, month: 3, monthTo: 5 }],
    ['by the end of May', { month: 5, bound: 'before' }],
    ['in the 1990s', { year: 1990, yearTo: 1999 }],
    ['in the 19th century', { year: 1800, yearTo: 1900 }],
    ['on Good Friday', { month: 3, monthTo: 4, weekday: 5 }],
  ]
  test.each(table)('%s', (text, parts) => {
    expect(analyse(`The bridge fell ${text}.`).dates[0]).toMatchObject(parts)
  })

  test.each([
    ['The bridge did not open until 5 May.', [['earliest', 5]]],
    ['Until 5 May not one car crossed the bridge.', [['earliest', 5]]],
    ['Nobody may cross the bridge before 5 May.', [['earliest', 5]]],
    ['Nobody has crossed the bridge since 5 May.', [['latest', 5]]],
    ['The bridge was open until 5 May.', [['until', 5]]],
    ['The opening was postponed until 5 May.', [['earliest', 5]]],
    [
      'The opening was moved from 3 May to 5 May.',
      [
        ['not', 3],
        ['at', 5],
      ],
    ],
    [
      'The bridge opens on 5 May, not on 3 May.',
      [
        ['at', 5],
        ['not', 3],
      ],
    ],
  ])('%s: where the event lies to the date', (text, found) => {
    expect(analyse(text).dates.map(({ bound, day }) => [bound, day])).toEqual(found)
  })

  test.each(['The morning paper was late.', 'He worked as a night watchman.', 'A quarter of them fell.'])(
    '%s: no time of day',
    text => {
      expect(analyse(text).dates).toEqual([])
    },
  )

  test('"may" and "march" as verbs are no dates', () => {
    expect(analyse('Members may march through the town.').dates).toEqual([])
  })
})

describe('polarity', () => {
  const table: [string, string[], string[]][] = [
    ['The minister did not resign.', ['resign'], ['minister']],
    ['The council failed to publish the accounts.', ['publish', 'account'], ['council']],
    ['The council did not fail to publish the accounts.', [], ['publish', 'account']],
    ['Not only the mayor attended.', [], ['mayor', 'attend']],
    ['No more than 20 people came.', [], ['come']],
    ['The mayor did not resign, but the bishop left.', ['resign'], ['bishop', 'leave']],
    ['Talks ended without an agreement.', ['agreement'], ['talk']],
    ['The pilot was unable to land.', ['land'], ['pilot']],
    ['The bishop declined, through a spokesman, to comment.', ['comment'], ['bishop']],
    ['Without denying the charge, the firm agreed to pay.', [], ['agree', 'pay']],
  ]
  test.each(table)('%s', (text, negated, affirmed) => {
    const found = negatedWords(text)
    for (const word of negated) expect(found).toContain(word)
    for (const word of affirmed) expect(found).not.toContain(word)
  })

  test('a denial turns the whole story round, an attributive "fake" does not', () => {
    expect(denied('The story of the shark is a hoax.')).toBe(true)
    expect(denied('Customs seized 300 fake passports.')).toBe(false)
    expect(denied('Snow lay on the runway.')).toBe(false)
    expect(denied('Three banks made up the consortium.')).toBe(false)
    expect(denied('Rebels shot down two planes.')).toBe(false)
    expect(denied('The minister shot down rumours of a split.')).toBe(true)
    expect(denied('The boys were tricked into dancing.')).toBe(false)
  })
})

test('offsets are UTF-16 units of the statement as it was given', () => {
  const text = '🔥 “Fire!” said Ž. Novák – 5,000 left.'
  const { start, end } = analyse(text)
  for (const [i, from] of start.entries()) expect(text.slice(from, end[i]).trim()).not.toBe('')
  const [quantity] = analyse(text).quantities
  expect(text.slice(start[quantity!.from], end[quantity!.to - 1])).toBe('5,000')
})

test('phrasal verbs are one word', () => {
  expect(analyse('The union called off the strike.').lemma).toContain('call_off')
  expect(analyse('Sweden pulled its troops out.').lemma).toContain('pull_out')
})

test('names carry their acronym and their nation', () => {
  const keys = analyse('The US sent Iraqi officers to the World Health Organization.').names.flatMap(name => [
    name.key,
    ...name.aliases,
  ])
  expect(keys).toEqual(expect.arrayContaining(['nation:us', 'nation:iraq', 'who']))
})
