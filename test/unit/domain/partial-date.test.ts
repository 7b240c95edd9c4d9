import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparePartialDates,
  formatPartialDate,
  parsePartialDate,
  rangesOverlap,
} from '#domain/partial-date.ts'

function read(text: string) {
  const date = parsePartialDate(text)
  if (!date.ok) throw new Error(`${text}: ${date.message}`)
  return date.value
}

describe('EDTF', () => {
  test.each([
    ['2020', '2020', '2020-01-01', '2020-12-31'],
    ['2020-01', '2020-01', '2020-01-01', '2020-01-31'],
    ['2020-01-06', '2020-01-06', '2020-01-06', '2020-01-06'],
    ['2020-02', '2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02', '2021-02-01', '2021-02-28'],
    ['1900-02', '1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02-29', '2000-02-29', '2000-02-29', '2000-02-29'],
    ['0001', '0001', '0001-01-01', '0001-12-31'],
    ['9999-12-31', '9999-12-31', '9999-12-31', '9999-12-31'],
    ['2020-01-06?', '2020-01-06?', '2020-01-06', '2020-01-06'],
    ['2020~', '2020~', '2020-01-01', '2020-12-31'],
    ['2020-06%', '2020-06%', '2020-06-01', '2020-06-30'],
    ['2020?~', '2020%', '2020-01-01', '2020-12-31'],
    ['202X', '202X', '2020-01-01', '2029-12-31'],
    ['20XX', '20XX', '2000-01-01', '2099-12-31'],
    ['202x~', '202X~', '2020-01-01', '2029-12-31'],
    ['000X', '000X', '0001-01-01', '0009-12-31'],
    ['2020-XX', '2020-XX', '2020-01-01', '2020-12-31'],
    ['2020-02-XX', '2020-02-XX', '2020-02-01', '2020-02-29'],
    ['2020-XX-XX', '2020-XX-XX', '2020-01-01', '2020-12-31'],
    ['2020-21', '2020-21', '2020-03-01', '2020-05-31'],
    ['2020-22', '2020-22', '2020-06-01', '2020-08-31'],
    ['2020-23', '2020-23', '2020-09-01', '2020-11-30'],
    ['2020-24', '2020-24', '2020-12-01', '2021-02-28'],
    ['2019-24', '2019-24', '2019-12-01', '2020-02-29'],
    ['9999-24', '9999-24', '9999-12-01', '9999-12-31'],
    ['2020-01/2020-03', '2020-01/2020-03', '2020-01-01', '2020-03-31'],
    ['1954/1955', '1954/1955', '1954-01-01', '1955-12-31'],
    ['2020/2020', '2020/2020', '2020-01-01', '2020-12-31'],
    ['2020-06/2020', '2020-06/2020', '2020-06-01', '2020-12-31'],
    ['2004-06~/2004-08-11?', '2004-06~/2004-08-11?', '2004-06-01', '2004-08-11'],
    ['195X/1962', '195X/1962', '1950-01-01', '1962-12-31'],
    ['2020-01/..', '2020-01/..', '2020-01-01', '9999-12-31'],
    ['../2020-01', '../2020-01', '0001-01-01', '2020-01-31'],
    ['1985/', '1985/', '1985-01-01', '9999-12-31'],
    ['/1985', '/1985', '0001-01-01', '1985-12-31'],
    ['2020-01-06T12:30Z', '2020-01-06', '2020-01-06', '2020-01-06'],
    ['2020-01-06T23:59:60.5+01:00', '2020-01-06', '2020-01-06', '2020-01-06'],
    ['2020-01-06T10:00Z/2020-01-07T10:00Z', '2020-01-06/2020-01-07', '2020-01-06', '2020-01-07'],
  ])('%s', (text, edtf, from, to) => {
    expect(read(text)).toEqual({ edtf, from, to })
  })
})

describe('as people write it', () => {
  test.each([
    ['6 January 2020', '2020-01-06'],
    ['06 January 2020', '2020-01-06'],
    ['6 Jan 2020', '2020-01-06'],
    ['6 Jan. 2020', '2020-01-06'],
    ['6-Jan-2020', '2020-01-06'],
    ['6th January 2020', '2020-01-06'],
    ['the 6th of January, 2020', '2020-01-06'],
    ['January 6, 2020', '2020-01-06'],
    ['Jan 6, 2020', '2020-01-06'],
    ['January 6th 2020', '2020-01-06'],
    ['2020 January 6', '2020-01-06'],
    ['JANUARY 2020', '2020-01'],
    ['January, 2020', '2020-01'],
    ['in January 2020', '2020-01'],
    ['Jan-2020', '2020-01'],
    ['Sept 2020', '2020-09'],
    ['May 2020', '2020-05'],
    ['2020 May', '2020-05'],
    ['Monday, 6 January 2020', '2020-01-06'],
    ['Mon 6 Jan 2020', '2020-01-06'],
    ['Mon., 2020-01-06', '2020-01-06'],
    ['6 January 2020, 2.30pm GMT', '2020-01-06'],
    ['6 January 2020 at 14:05', '2020-01-06'],
    ['2020-01-06 14:05:09', '2020-01-06'],
    ['2020/01/06', '2020-01-06'],
    ['2020.1.6', '2020-01-06'],
    ['2020-1-6', '2020-01-06'],
    ['20200106', '2020-01-06'],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['25.12.2020', '2020-12-25'],
    ['1/1/2020', '2020-01-01'],
    ['01/2020', '2020-01'],
    ['circa 2020', '2020~'],
    ['Circa January 2020', '2020-01~'],
    ['c. 2020', '2020~'],
    ['c.2020', '2020~'],
    ['c2020', '2020~'],
    ['ca. 6 Jan 2020', '2020-01-06~'],
    ['about 2020', '2020~'],
    ['around 2020', '2020~'],
    ['approx. 2020', '2020~'],
    ['~2020', '2020~'],
    ['~ 2020', '2020~'],
    ['2020 (circa)', '2020~'],
    ['possibly 2020', '2020?'],
    ['perhaps January 2020', '2020-01?'],
    ['6 January 2020?', '2020-01-06?'],
    ['2020 (?)', '2020?'],
    ['circa 2020?', '2020%'],
    ['possibly around 2020', '2020%'],
    ['1950s', '195X'],
    ['the 1950s', '195X'],
    ['circa 1950s', '195X~'],
    ['spring 2020', '2020-21'],
    ['Summer of 2020', '2020-22'],
    ['fall 2020', '2020-23'],
    ['autumn 2020', '2020-23'],
    ['winter 2020', '2020-24'],
    ['Q1 2020', '2020-01/2020-03'],
    ['2020-Q4', '2020-10/2020-12'],
    ['1954 to 1955', '1954/1955'],
    ['1954–1955', '1954/1955'],
    ['1954 – 1955', '1954/1955'],
    ['1954-1955', '1954/1955'],
    ['1954 - 1955', '1954/1955'],
    ['between 1954 and 1955', '1954/1955'],
    ['from 1954 to 1955', '1954/1955'],
    ['c. 1954 to 1955?', '1954~/1955?'],
    ['January to March 2020', '2020-01/2020-03'],
    ['January–March 2020', '2020-01/2020-03'],
    ['January-March 2020', '2020-01/2020-03'],
    ['December 2019 to March 2020', '2019-12/2020-03'],
    ['6 to 8 January 2020', '2020-01-06/2020-01-08'],
    ['6–8 January 2020', '2020-01-06/2020-01-08'],
    ['6-8 January 2020', '2020-01-06/2020-01-08'],
    ['from 6th to 8th January 2020', '2020-01-06/2020-01-08'],
    ['January 6 to 8, 2020', '2020-01-06/2020-01-08'],
    ['6 January to 8 February 2020', '2020-01-06/2020-02-08'],
    ['31/12/2019 to 25/01/2020', '2019-12-31/2020-01-25'],
    ['since January 2020', '2020-01/..'],
    ['from January 2020 on', '2020-01/..'],
    ['2020 onwards', '2020/..'],
    ['2020 to present', '2020/..'],
    ['2020 – now', '2020/..'],
    ['until March 2020', '../2020-03'],
    ['up to 2020', '../2020'],
    ['after 2020', '2021/..'],
    ['after December 2020', '2021-01/..'],
    ['after 28 February 2020', '2020-02-29/..'],
    ['after circa 2020', '2021~/..'],
    ['after the 1950s', '1960-01-01/..'],
    ['before 2020', '../2019'],
    ['before January 2020', '../2019-12'],
    ['before 1 March 2020', '../2020-02-29'],
    ['before spring 2020', '../2020-02-29'],
    ['  2020 \r\n', '2020'],
    ['6\u00A0January\u20092020', '2020-01-06'],
    ['2020‑01‑06', '2020-01-06'],
    ['2020−01−06', '2020-01-06'],
    ['６ January ２０２０', '2020-01-06'],
  ])('%s → %s', (text, edtf) => {
    expect(read(text).edtf).toBe(edtf)
  })
})

describe('what cannot be read says why and what to write', () => {
  test.each([
    ['', 'Write a date: 2020-01-06, January 2020, 2020 or circa 2020.'],
    [
      '01/02/2020',
      '01/02/2020 can be two days. Write 2020-02-01 for 1 February, or 2020-01-02 for 2 January.',
    ],
    ['1.2.2020', '1.2.2020 can be two days. Write 2020-02-01 for 1 February, or 2020-01-02 for 2 January.'],
    [
      '01-02-2020',
      '01-02-2020 can be two days. Write 2020-02-01 for 1 February, or 2020-01-02 for 2 January.',
    ],
    ['circa 01/02/2020', '01/02/2020 can be two days.'],
    ['01/02/20', 'Write year, month, day: 2020-02-01.'],
    ['2021-02-30', 'There is no 30 February 2021; February ends on the 28th that year.'],
    ['2020-02-30', 'There is no 30 February 2020; February ends on the 29th that year.'],
    ['29 February 1900', 'There is no 29 February 1900; February ends on the 28th that year.'],
    ['31 April 2020', 'There is no 31 April; April ends on the 30th. Correct the day, or write 2020-04'],
    ['2020-01-32', 'There is no 32 January; January ends on the 31st.'],
    ['32/13/2020', 'There is no month 13.'],
    ['2020-01-00', 'There is no day 00. Write 2020-01 if the day is not known.'],
    ['2020-00', 'There is no month 00. Write 2020 if the month is not known.'],
    [
      '2019-20',
      'There is no month 20. Months run from 01 to 12, seasons from 21 (spring) to 24 (winter); a span of years is written 2019/2020.',
    ],
    ['2020-25', 'There is no month 25.'],
    ['2020-21-05', 'A season has no days.'],
    ['0000', 'There is no year 0.'],
    ['-0044', 'Years before the year 1 are not kept.'],
    ['44 BC', 'Years before the year 1 are not kept.'],
    ['99', 'Write four digits: 2020, or 0800 for the year 800.'],
    ['XXXX', 'X stands for digits not known, from the right'],
    ['2020-1X', 'X stands for digits not known, from the right'],
    ['156X-12', 'A month needs a full year. Write 156X alone'],
    ['1985-XX-12', 'A day needs a month. Write 1985-XX-XX'],
    ['6 January', '6 January has no year. Add it: 6 January 2020.'],
    ['January', 'January has no year. Add it: January 2020.'],
    ['6 January 20', 'Write the year with four digits'],
    ['Tuesday 6 January 2020', '2020-01-06 is a Monday. Correct the day, or leave the weekday out.'],
    ['early 2020', 'early 2020 has no clear limits.'],
    ['1900s', 'The 1900s can be ten years or a hundred. Write 190X for the ten, 19XX for the hundred.'],
    ['2020-03/2020-01', 'The span ends before it starts. Write it as 2020-01/2020-03.'],
    ['March to January 2020', 'The span ends before it starts. Write it as 2020-01/2020-03.'],
    ['2020–21', '2020–21 can be read in two ways.'],
    [
      '1954/55',
      '1954/55 can be read in two ways. Write a span of years with four digits each, as 1954/1955, and a month as 1954-05.',
    ],
    ['2020-01-05/07', 'Write both ends of the span in full: 2020-01-05/2020-01-07.'],
    ['1954 or 1955', 'write 1954 to 1955.'],
    ['../..', 'A span needs at least one end.'],
    ['/', 'A span needs at least one end.'],
    ['after 9999', 'There is no day after 9999.'],
    ['before 0001', 'There is no day before 0001.'],
    ['2020-01-06T25:00', 'is not a date that can be read'],
    ['yesterday', '“yesterday” is not a date that can be read. Write 2020-01-06'],
    ['12020', 'is not a date that can be read'],
    ['2020/2021/2022', 'is not a date that can be read'],
    ['٢٠٢٠', 'is not a date that can be read'],
    ['🗓️', 'is not a date that can be read'],
    ['2020\u0000', 'is not a date that can be read'],
    ['2020'.repeat(25_000), 'This is too long for a date.'],
    [`2020${' '.repeat(100_000)}`, 'This is too long for a date.'],
    [`c. ${'c. '.repeat(30)}2020 or`, 'is not a date that can be read'],
  ])('%j', (text, message) => {
    const date = parsePartialDate(text)
    expect(date.ok ? date.value : date.message).toContain(message)
  })
})

describe('in words', () => {
  test.each([
    ['2020', '2020', '2020'],
    ['0800', '800', '800'],
    ['2020-01', 'January 2020', 'January 2020'],
    ['2020-01-06', '6 January 2020', 'January 6, 2020'],
    ['1500-02-28', '28 February 1500', 'February 28, 1500'],
    ['2020~', 'around 2020', 'around 2020'],
    ['2020-01-06?', 'possibly 6 January 2020', 'possibly January 6, 2020'],
    ['2020-01%', 'possibly around January 2020', 'possibly around January 2020'],
    ['202X', 'the 2020s', 'the 2020s'],
    ['200X', '2000–2009', '2000–2009'],
    ['20XX', '2000–2099', '2000–2099'],
    ['000X', '1–9', '1–9'],
    ['2020-XX', '2020 (month unknown)', '2020 (month unknown)'],
    ['2020-XX-XX', '2020 (day unknown)', '2020 (day unknown)'],
    ['2020-01-XX', 'January 2020 (day unknown)', 'January 2020 (day unknown)'],
    ['2020-21', 'spring 2020', 'spring 2020'],
    ['2020-24~', 'around winter 2020', 'around winter 2020'],
    ['1954/1955', '1954 to 1955', '1954 to 1955'],
    ['2020-01-06/2020-02', '6 January 2020 to February 2020', 'January 6, 2020 to February 2020'],
    ['2020-01/..', 'from January 2020 on', 'from January 2020 on'],
    ['../2020-01-06', 'until 6 January 2020', 'until January 6, 2020'],
    ['1985/', 'from 1985, end unknown', 'from 1985, end unknown'],
    ['/1985', 'until 1985, start unknown', 'until 1985, start unknown'],
    ['2021-02-30', '2021-02-30', '2021-02-30'],
    ['last week', 'last week', 'last week'],
    ['', '', ''],
  ])('%s', (edtf, british, american) => {
    expect(formatPartialDate(edtf)).toBe(british)
    expect(formatPartialDate(edtf, 'en-US')).toBe(american)
  })
})

const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
const point = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '?', '~', '%'))
  .map(([date, length, qualifier]) => date.toISOString().slice(0, length) + qualifier)
const season = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('21', '22', '23', '24'))
const unspecified = fc.tuple(
  fc.integer({ min: 1000, max: 9999 }),
  fc.constantFrom('X', 'XX', '-XX', '-02-XX', '-XX-XX'),
)
const anyPoint = fc.oneof(
  point,
  season.map(([year, part]) => `${String(year).padStart(4, '0')}-${part}`),
  unspecified.map(([year, tail]) => String(year).slice(0, tail.startsWith('X') ? -tail.length : 4) + tail),
)
const anyEdtf = fc.oneof(
  anyPoint,
  anyPoint.map(start => `${start}/..`),
  anyPoint.map(end => `../${end}`),
  anyPoint.map(start => `${start}/`),
  fc.tuple(anyPoint, anyPoint).map(pair => {
    const [a, b] = pair.toSorted((left, right) => comparePartialDates(read(left), read(right)))
    return `${a}/${b}`
  }),
)

describe('properties', () => {
  test('canonical text reads as itself, its days exist and are in order', () => {
    fc.assert(
      fc.property(anyEdtf, edtf => {
        const date = read(edtf)
        expect(date.edtf).toBe(edtf)
        expect(date.from <= date.to).toBe(true)
        for (const end of [date.from, date.to]) expect(new Date(end).toISOString().slice(0, 10)).toBe(end)
      }),
    )
  })

  test('what is shown in either English can be typed back', () => {
    const shown = fc.oneof(
      point,
      point.map(start => `${start}/..`),
      point.map(end => `../${end}`),
      fc
        .tuple(point, point)
        .map(pair => pair.toSorted((a, b) => comparePartialDates(read(a), read(b))).join('/')),
    )
    fc.assert(
      fc.property(shown, fc.constantFrom('en-GB', 'en-US'), (edtf, locale) => {
        fc.pre(read(edtf).to >= '1000' && !/(?:^|\/)0/.test(edtf))
        expect(read(formatPartialDate(edtf, locale)).edtf).toBe(edtf)
      }),
    )
  })

  test('any text gives a date that reads as itself, or a message', () => {
    const fragments = fc.constantFrom(
      '2020',
      '-',
      '/',
      '01',
      ' ',
      '..',
      '~',
      '?',
      'X',
      'January',
      'c.',
      'to',
      '6',
      ',',
      'after ',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fragments).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(typed, text => {
        const date = parsePartialDate(text)
        if (date.ok) expect(read(date.value.edtf)).toEqual(date.value)
        else expect(date.message).toMatch(/\.$/)
      }),
      { numRuns: 1000 },
    )
  })

  test('the order is total, and ranges overlap both ways round', () => {
    fc.assert(
      fc.property(anyEdtf, anyEdtf, anyEdtf, (x, y, z) => {
        const [a, b, c] = [x, y, z].map(read).toSorted(comparePartialDates)
        if (!a || !b || !c) return
        expect(comparePartialDates(a, c)).toBeLessThanOrEqual(0)
        expect(comparePartialDates(a, b) + comparePartialDates(b, a)).toBe(0)
        expect(comparePartialDates(a, b) === 0).toBe(a.edtf === b.edtf)
        expect(rangesOverlap(a, b)).toBe(rangesOverlap(b, a))
        expect(rangesOverlap(a, a)).toBe(true)
      }),
    )
  })
})

test.each([
  ['2020', '2020-06', true],
  ['2020-01', '2020-02', false],
  ['2020-01/2020-03', '2020-03-31', true],
  ['2020-01/2020-03', '2020-04-01', false],
  ['2020/..', '2035-05', true],
  ['../2020', '2021', false],
  ['201X', '2019', true],
])('%s and %s overlap: %s', (a, b, expected) => {
  expect(rangesOverlap(read(a), read(b))).toBe(expected)
})

test('sorts by first day, last day, text', () => {
  const dates = ['2021', '2020~', '2020', '2020-01-06', '2020-01', '../2019', '2020-01-01'].map(read)
  expect(dates.toSorted(comparePartialDates).map(date => date.edtf)).toEqual([
    '../2019',
    '2020-01-01',
    '2020-01',
    '2020',
    '2020~',
    '2020-01-06',
    '2021',
  ])
})
