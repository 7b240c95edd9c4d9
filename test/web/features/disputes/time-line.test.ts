import { expect, test } from 'vitest'
import { layTimeLine } from '../../../../web/features/disputes/time-line.ts'
import { timeScale } from '../../../../web/features/disputes/time-scale.ts'
import { appearanceOf, claimOf, date, disputeOf, relationOf } from '../../../support/dispute-page.ts'

const rangeOf = (text: string) => {
  const parsed = date(text)
  if (!parsed) throw new Error(text)
  return parsed
}

test.each<[what: string, dates: string[], ticks: string[]]>([
  ['one day', ['2020-01-06'], []],
  ['a few days', ['2020-01-06', '2020-01-09'], ['6 Jan', '7 Jan', '8 Jan', '9 Jan']],
  ['some weeks', ['2020-01-06', '2020-02-10'], ['6 Jan', '13 Jan', '20 Jan', '27 Jan', '3 Feb', '10 Feb']],
  ['months', ['2017-12-09', '2018-09-13'], ['Jan 2018', 'Apr 2018', 'Jul 2018']],
  ['years', ['2015', '2019'], ['2015', '2016', '2017', '2018', '2019']],
  ['decades', ['1954/1955', '2020-12-08'], ['1960', '1970', '1980', '1990', '2000', '2010', '2020']],
  ['antiquity', ['0044-03-15', '0476'], ['100', '200', '300', '400']],
  ['an open end', ['2015/..', '2019'], ['2015', '2016', '2017', '2018', '2019']],
])('the lines of a scale over %s are few and round', (_what, dates, ticks) => {
  expect(timeScale(dates.map(rangeOf))?.ticks.map(({ label }) => label)).toEqual(ticks)
})

test('a scale places days, ranges and open ends between the first and the last day', () => {
  const scale = timeScale([rangeOf('2020-01-01'), rangeOf('2020-01-11')])
  expect(scale?.place(rangeOf('2020-01-01'))).toMatchObject({ start: 0, end: 0 })
  expect(scale?.place(rangeOf('2020-01-06'))).toMatchObject({ start: 0.5, end: 0.5 })
  expect(scale?.place(rangeOf('2020-01-06/2020-01-11'))).toMatchObject({ start: 0.5, end: 1 })
  expect(scale?.place(rangeOf('2020-01-06/..'))).toEqual({
    start: 0.5,
    end: 1,
    openStart: false,
    openEnd: true,
  })
  expect(scale?.place(rangeOf('../2020-01-06'))).toEqual({
    start: 0,
    end: 0.5,
    openStart: true,
    openEnd: false,
  })
})

test('nothing dated has no scale', () => {
  expect(timeScale([])).toBeNull()
})

test('claims stand in order of time; without a said date by their source’s, and without any at the end', () => {
  const line = layTimeLine(
    disputeOf({
      Yes: [claimOf(1, { said: '2020-03' }), claimOf(2)],
      No: [
        claimOf(3, { said: '2019' }),
        claimOf(4, { appearances: [appearanceOf(4, { published: date('2020-01-06') })] }),
      ],
    }),
  )
  expect(line.entries.map(({ claim, basis, index }) => [claim.statement, basis, index])).toEqual([
    ['Statement 3', 'said', 1],
    ['Statement 4', 'published', 1],
    ['Statement 1', 'said', 0],
    ['Statement 2', 'unknown', 0],
  ])
  expect(line.entries.at(-1)?.place).toBeNull()
})

test('circa is told from certain, and other dates of the source stand beside the said one', () => {
  const source = { published: date('2020-01-07'), modified: date('2020-01-09') }
  const line = layTimeLine(
    disputeOf({
      Yes: [claimOf(1, { said: '2020-01-06', appearances: [appearanceOf(1, source)] })],
      No: [claimOf(2, { said: 'circa 2020' })],
    }),
  )
  expect(line.entries.map(({ vague }) => vague)).toEqual([true, false])
  expect(line.entries[1]?.more.map(({ what, date }) => [what, date.edtf])).toEqual([
    ['published', '2020-01-07'],
    ['changed', '2020-01-09'],
  ])
})

test('a source published on the day it was said is not told twice', () => {
  const claim = claimOf(1, {
    said: '2020-01-06',
    appearances: [appearanceOf(1, { published: date('2020-01-06') })],
  })
  expect(layTimeLine(disputeOf({ Yes: [claim] })).entries[0]?.more).toEqual([])
})

test('an arrow leads from the claim that is replaced to the one that replaces it, when that is confirmed', () => {
  const [old, middle, latest] = [
    claimOf(1, { said: '1954' }),
    claimOf(2, { said: '1999' }),
    claimOf(3, { said: '2020' }),
  ]
  const kind = 'supersedes'
  const line = layTimeLine(
    disputeOf(
      { Old: [old, middle], New: [latest] },
      {
        relations: [
          relationOf(1, old, latest, { kind, supersederId: latest.id }),
          relationOf(2, middle, latest, { kind, supersederId: latest.id, state: 'suggested' }),
          relationOf(3, old, middle),
        ],
      },
    ),
  )
  expect(line.arrows).toEqual([{ from: 0, to: 2 }])
  expect(line.entries.map(({ replaces }) => replaces.map(({ id }) => id))).toEqual([[], [], [old.id]])
})
