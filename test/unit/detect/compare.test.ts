import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'
import { areWorthComparing, compare, THRESHOLDS } from '../../../server/detect/compare.ts'
import { LIMITS } from '../../../server/detect/text/analysis.ts'
import { ACTOR, DATE, QUANTITY } from './pairs-facts.ts'
import { ANTONYM, DENIAL, NEGATION } from './pairs-polarity.ts'

const STATEMENTS = [NEGATION, DENIAL, ANTONYM, QUANTITY, DATE, ACTOR].flatMap(table =>
  table
    .trim()
    .split('\n')
    .flatMap(line => line.split('|').slice(1, 3))
    .map(statement => statement.trim()),
)

const statement = fc.oneof(
  fc.constantFrom(...STATEMENTS),
  fc.array(fc.constantFrom(...STATEMENTS), { minLength: 1, maxLength: 3 }).map(parts => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

describe('comparing', () => {
  test('is symmetric, with the spans exchanged', () => {
    fc.assert(
      fc.property(statement, statement, (x, y) => {
        const [a, b] = [analyse(x), analyse(y)]
        const [ab, ba] = [compare(a, b), compare(b, a)]
        expect([ba.contradicts, ba.agrees, ba.neither, ba.kind, ba.flagged]).toEqual([
          ab.contradicts,
          ab.agrees,
          ab.neither,
          ab.kind,
          ab.flagged,
        ])
        expect(
          ba.reasons.map(({ type, weight, aStart, aEnd, bStart, bEnd }) => [
            type,
            weight,
            bStart,
            bEnd,
            aStart,
            aEnd,
          ]),
        ).toEqual(
          ab.reasons.map(({ type, weight, aStart, aEnd, bStart, bEnd }) => [
            type,
            weight,
            aStart,
            aEnd,
            bStart,
            bEnd,
          ]),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('gives the same answer again, also from an analysis that was stored as JSON', () => {
    fc.assert(
      fc.property(statement, statement, (x, y) => {
        const stored = JSON.parse(JSON.stringify(analyse(x)))
        expect(stored).toEqual(analyse(x))
        expect(compare(stored, analyse(y))).toEqual(compare(analyse(x), analyse(y)))
      }),
      { numRuns: 60 },
    )
  })

  test('gives probabilities that add up to 1 and spans inside the statements', () => {
    fc.assert(
      fc.property(statement, statement, (x, y) => {
        const { contradicts, agrees, neither, reasons } = compare(analyse(x), analyse(y))
        expect(contradicts + agrees + neither).toBeCloseTo(1, 6)
        for (const share of [contradicts, agrees, neither]) expect(share).toBeGreaterThanOrEqual(0)
        for (const reason of reasons) {
          expect(reason.aStart).toBeLessThan(reason.aEnd)
          expect(reason.bStart).toBeLessThan(reason.bEnd)
          expect(reason.aEnd).toBeLessThanOrEqual(x.length)
          expect(reason.bEnd).toBeLessThanOrEqual(y.length)
          expect(reason.sentence.length).toBeGreaterThan(5)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('never lets a statement contradict itself, in capitals, without its full stop or with other quotes', () => {
    for (const text of STATEMENTS)
      for (const other of [
        text,
        text.toUpperCase(),
        text.replace(/\.$/, ''),
        `  ${text}  `,
        text.replaceAll("'", '’'),
      ]) {
        const result = compare(analyse(text), analyse(other))
        expect(result.flagged, `${text} ↔ ${other}`).toBe(false)
        expect(result.contradicts, `${text} ↔ ${other}`).toBeLessThan(THRESHOLDS.loose)
      }
  })

  test('calls the same statement a duplicate', () => {
    const text = 'The council did not approve the plan.'
    expect(compare(analyse(text), analyse(text)).kind).toBe('duplicate')
  })

  test('takes no closer look at statements that share nothing', () => {
    const result = compare(analyse('The harbour froze.'), analyse('Wheat prices doubled.'))
    expect(result).toMatchObject({ kind: 'unrelated', flagged: false, reasons: [] })
  })
})

describe('hostile text', () => {
  const hostile: [string, string][] = [
    ['100 kB', 'The minister did not resign on Monday. '.repeat(2600)],
    ['10,000 numbers', Array.from({ length: 10_000 }, (_, i) => i).join(' ')],
    ['numbers with units', Array.from({ length: 5000 }, (_, i) => `${i} km`).join(', ')],
    ['emoji', '🔥👩‍👩‍👧‍👦🇮🇶 5,000 troops 🚨'.repeat(200)],
    ['right to left', 'القوات الأمريكية ٥٠٠٠ في العراق '.repeat(200)],
    ['control characters', '\u0000\u0007\u001b[31mThe\u202Emayor\u0000resigned.\r\n\t'],
    ['lone surrogates', '\ud800 The mayor \udfff resigned \ud83d'],
    ['nested negation', 'not '.repeat(3000)],
    ['only punctuation', '?!.,;:-—"“”()'.repeat(500)],
    ['empty', ''],
  ]

  test.each(hostile)('%s is analysed within its limits and compared', (_, text) => {
    const analysis = analyse(text)
    expect(analysis.start.length).toBeLessThanOrEqual(LIMITS.tokens)
    expect(analysis.quantities.length).toBeLessThanOrEqual(LIMITS.quantities)
    expect(analysis.dates.length).toBeLessThanOrEqual(LIMITS.dates)
    expect(analysis.names.length).toBeLessThanOrEqual(LIMITS.names)
    for (const end of analysis.end) expect(end).toBeLessThanOrEqual(text.length)
    for (const other of [text, 'The minister resigned on Monday after 5,000 complaints.']) {
      const result = compare(analysis, analyse(other))
      expect(result.contradicts + result.agrees + result.neither).toBeCloseTo(1, 6)
    }
  })

  test('says that a long statement was cut', () => {
    expect(analyse('word '.repeat(5000)).truncated).toBe(true)
    expect(analyse('The mayor resigned.').truncated).toBe(false)
  })
})

test.each([
  ['The search in Ashport was not authorised.', 'The electoral commission ordered the recount in Thorwell.'],
  ['Surgery in Eastfield stopped on 13 February 2016.', 'Power was back in Varmere on 7 January 2016.'],
  // Each names a place, and they share none.
  ['Water stood in 430 homes in Halbury.', 'Water stood in 5,500 homes in Newmouth.'],
  [
    'The recount in Ashport was ordered on 3 May 2020.',
    'The recount in Thorwell was ordered on 9 June 2021.',
  ],
  // They share one word.
  [
    'A fallen tree stopped the trains in Marton for seven hours.',
    'A letter says that no trains of documents were kept.',
  ],
])('%s / %s: other matters are not worth comparing', (a, b) => {
  expect(areWorthComparing(analyse(a), analyse(b))).toBe(false)
})

test.each([
  ['The search in Ashport was not authorised.', 'The electoral commission ordered the recount in Thorwell.'],
  ['Surgery in Eastfield stopped on 13 February 2016.', 'Power was back in Varmere on 7 January 2016.'],
])('%s / %s: what shares next to nothing is never flagged', (a, b) => {
  expect(compare(analyse(a), analyse(b)).flagged).toBe(false)
})

test.each([
  ['There are 5,000 US troops in Iraq', 'There are 750 American troops in Iraq', true],
  ['The mayor of Ankara resigned', 'The mayor did not resign', true],
  ['Prices in Spain rose', 'Prices in Spain fell', true],
  ['Police in Halbury had no warrant', '56 per cent of the electorate voted in Halbury', false],
  ['The talks in Halbury were broken off', 'The strike in Halbury was joined by 60 drivers', false],
  ['The talks in Halbury were broken off', 'The talks in Halbury were taken up again', true],
  ['Judge Okafor left the hearing in tears', 'Okafor stayed until the verdict was read', true],
  ['', 'The mayor did not resign', false],
])('%s / %s: worth comparing, either way round: %s', (a, b, worth) => {
  expect(areWorthComparing(analyse(a), analyse(b))).toBe(worth)
  expect(areWorthComparing(analyse(b), analyse(a))).toBe(worth)
})
