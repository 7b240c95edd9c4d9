import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohenKappa, krippendorffAlpha, measureAgreement } from '#domain/agreement.ts'

/** A table of counts, rows one person's terms and columns the other's, as pairs. */
const ofTable = (table: number[][]) =>
  table.flatMap((row, one) =>
    row.flatMap((amount, other) =>
      Array.from({ length: amount }, (): [string, string] => [`${one}`, `${other}`]),
    ),
  )

describe('Cohen’s kappa', () => {
  test.each([
    [
      'Cohen 1960, 200 cases and three terms',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.4915,
    ],
    [
      'two terms, 35 of 50 alike',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      'equal agreement, marginals alike',
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
    ],
    [
      'equal agreement, marginals apart',
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
    ],
    [
      'always',
      [
        [3, 0],
        [0, 4],
      ],
      1,
    ],
    [
      'never',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    [
      'no more than chance',
      [
        [4, 4],
        [4, 4],
      ],
      0,
    ],
  ])('%s', (_name, table, expected) => {
    expect(cohenKappa(ofTable(table))).toBeCloseTo(expected, 4)
  })

  test.each([
    ['nothing', []],
    ['one term only', [[7]]],
  ])('%s: cannot be said', (_name, table) => {
    expect(cohenKappa(ofTable(table))).toBeNull()
  })
})

/** Rows of one person each, a character a unit and a dot where nothing was said, as units. */
const ofRows = (...rows: string[]) =>
  Array.from(rows[0] ?? '', (_, unit) => unit).map(unit =>
    rows.flatMap(row => (row[unit] === '.' ? [] : [row[unit] ?? ''])),
  )

describe('Krippendorff’s alpha', () => {
  test.each([
    ['Krippendorff 2011, A: two people, two terms', ofRows('0100000010', '1110010000'), 0.095],
    [
      'Krippendorff 2011, B: two people, five terms',
      ofRows('aabbdcccedda', 'babbbcccedd'.padEnd(12, 'd')),
      0.692,
    ],
    [
      'Krippendorff 2011, C: four people, not everybody on everything',
      ofRows('123321412...', '1233224125.3', '.3332342251.', '12332441251.'),
      0.743,
    ],
    ['always', ofRows('abc', 'abc', 'a.c'), 1],
    ['never', ofRows('aabb', 'bbaa'), -0.75],
  ])('%s', (_name, units, expected) => {
    expect(krippendorffAlpha(units)).toBeCloseTo(expected, 3)
  })

  test.each([
    ['nothing', []],
    ['nothing judged twice', ofRows('ab..', '..ab')],
    ['one term only', ofRows('aaa', 'aaa')],
  ])('%s: cannot be said', (_name, units) => {
    expect(krippendorffAlpha(units)).toBeNull()
  })
})

const Judgements = fc.array(
  fc.record({
    unit: fc.constantFrom('1', '2', '3', '4', '5'),
    by: fc.constantFrom('Ada', 'Ben', 'Cy'),
    said: fc.constantFrom('agrees', 'contradicts', 'unrelated'),
  }),
  { maxLength: 30 },
)

const said = (unit: string, by: string, term: string) => ({ unit, by, said: term })

describe('agreement of people', () => {
  test('two by two and all together; the first judgement counts', () => {
    const { pairs, ...overall } = measureAgreement([
      said('1', 'Ben', 'agrees'),
      said('1', 'Ada', 'agrees'),
      said('1', 'Ada', 'unrelated'),
      said('2', 'Ada', 'unrelated'),
      said('2', 'Ben', 'unrelated'),
      said('2', 'Cy', 'agrees'),
      said('3', 'Cy', 'agrees'),
    ])
    expect(pairs).toEqual([
      { one: 'Ada', other: 'Ben', judged: 2, agreed: 2, kappa: 1, alpha: 1 },
      { one: 'Ada', other: 'Cy', judged: 1, agreed: 0, kappa: 0, alpha: 0 },
      { one: 'Ben', other: 'Cy', judged: 1, agreed: 0, kappa: 0, alpha: 0 },
    ])
    expect(overall).toMatchObject({ judged: 2, kappa: expect.closeTo(1 / 3, 9) })
  })

  test('nobody has judged what another one has', () => {
    expect(measureAgreement([{ unit: '1', by: 'Ada', said: 'agrees' }])).toEqual({
      pairs: [],
      judged: 0,
      kappa: null,
      alpha: null,
    })
  })

  test('is never more than full, and whoever comes first in the log changes nothing', () => {
    fc.assert(
      fc.property(Judgements, judgements => {
        const first = [...new Map(judgements.toReversed().map(one => [one.unit + one.by, one])).values()]
        const found = measureAgreement(first)
        expect(measureAgreement(first.toReversed())).toEqual(found)
        for (const { kappa, alpha, agreed, judged } of found.pairs) {
          expect(agreed).toBeLessThanOrEqual(judged)
          for (const share of [kappa, alpha]) expect(share ?? 0).toBeLessThanOrEqual(1)
          if (agreed === judged) expect([null, 1]).toContain(kappa)
        }
      }),
    )
  })
})
