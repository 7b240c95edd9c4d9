import { beforeAll, describe, expect, test } from 'vitest'
import { type ComparableClaim, createComparer, type ScannedClaim } from '../../../server/scan/comparer.ts'
import { keysOf } from '../../../server/scan/keys.ts'
import { type Detector, loadDetector } from '../../../server/suggestions/detector.ts'
import { compareClaims } from '../../../server/suggestions/finding.ts'
import { madeUpClaims } from '../../support/made-up-claims.ts'

let detector: Detector
beforeAll(async () => {
  detector = await loadDetector()
})

function claim(number: number, statement: string, more: Partial<ScannedClaim> = {}): ScannedClaim {
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    version: 1,
    statement,
    howPut: 'asserted',
    speakerId: 's1',
    saidFrom: null,
    saidTo: null,
    topicIds: [],
    analysis: null,
    ...more,
  }
}

const keyOf = ({ aId, bId }: { aId: string; bId: string }) => aId + bId

const FIVE = claim(1, 'There are 5,000 US troops in Iraq')
const FEW = claim(2, 'There are 750 US troops in Iraq')

const analysed = (...claims: ScannedClaim[]): ComparableClaim[] =>
  claims.map(one => ({ ...one, analysis: JSON.stringify(detector.analyse(one.statement)) }))

describe('a comparer', () => {
  test('finds a pair on the side of the later claim, in the order of the ids', () => {
    const comparer = createComparer(detector)
    expect(comparer.compare(analysed(FIVE)).pairs).toEqual([])
    const { pairs, compared } = comparer.compare(analysed(FEW))
    expect(compared).toBe(1)
    expect(pairs).toMatchObject([
      { aId: FIVE.id, bId: FEW.id, aRevision: 1, bRevision: 1, kind: 'contradicts' },
    ])
    expect(pairs[0]?.reasons[0]).toMatchObject({ type: 'quantity', aExact: '5,000', bExact: '750' })
  })

  test('compares the claims of one batch with each other as well', () => {
    expect(createComparer(detector).compare(analysed(FIVE, FEW)).pairs).toHaveLength(1)
  })

  test('what is only remembered is compared with what comes later, not among itself', () => {
    const comparer = createComparer(detector)
    const remembered = comparer.remember(analysed(FIVE, FEW))
    expect([remembered.pairs, remembered.compared]).toEqual([[], 0])
    expect(comparer.compare(analysed(claim(3, 'There are 9,000 US troops in Iraq'))).pairs).toHaveLength(2)
  })

  test('makes analyses as they are stored', () => {
    expect(createComparer(detector).analyse([FIVE])).toEqual([
      { claimId: FIVE.id, revision: 1, json: JSON.stringify(detector.analyse(FIVE.statement)) },
    ])
  })

  test('compares pairs by themselves', () => {
    const [five, few] = analysed(FIVE, FEW)
    const comparer = createComparer(detector)
    expect(comparer.judge([[few!, five!]])).toMatchObject([{ aId: FIVE.id, bId: FEW.id, flagged: true }])
    expect(comparer.compare([few!]).compared).toBe(0)
  })

  test('knows what was said when, and says which claim replaces the other', () => {
    const [early, late] = [
      { ...FIVE, saidFrom: '2020-01-06', saidTo: '2020-01-06' },
      { ...FEW, saidFrom: '2021-01-06', saidTo: '2021-01-06' },
    ]
    expect(createComparer(detector).compare(analysed(early, late)).pairs).toMatchObject([
      { kind: 'supersedes', supersederId: FEW.id },
    ])
  })

  test('where several share the work, they find together what one finds, each pair once', async () => {
    const claims = analysed(...(await madeUpClaims(200)))
    const whole = createComparer(detector).compare(claims)
    const parts = [0, 1].map(nth => createComparer(detector).compare(claims, { nth, of: 2 }))
    expect(parts.flatMap(part => part.pairs.map(keyOf)).toSorted()).toEqual(whole.pairs.map(keyOf).toSorted())
    expect(parts.reduce((sum, part) => sum + part.compared, 0)).toBe(whole.compared)
  })

  test('statements of any length and kind', () => {
    const texts = ['', '…', '🙂'.repeat(300), 'word '.repeat(5_000), '1 2 3 '.repeat(2_000), 'שלום 5,000']
    const comparer = createComparer(detector)
    const claims = texts.map((text, number) => claim(number, text))
    expect(comparer.analyse(claims)).toHaveLength(texts.length)
    expect(comparer.compare(analysed(...claims)).pairs).toEqual([])
  })
})

const keys = (text: string) => new Set(keysOf(detector.analyse(text)).keys)
const shared = (one: string, other: string) => [...keys(one)].filter(key => keys(other).has(key)).length

describe('keys', () => {
  test.each([
    ['a name', 'Mr Esper met the staff', 'It was said by Esper'],
    ['a country and its people', 'Iraqi lawmakers voted', 'The parliament of Iraq sat'],
    ['a number', 'They bought 5,200 lorries', 'Of 5,200 letters none came'],
    ['a month', 'It opened in March 2021', 'He left in March 2021'],
    ['a word in another form', 'The troops were leaving', 'They left at night'],
  ])('%s is shared', (_name, one, other) => {
    expect(shared(one, other)).toBeGreaterThan(0)
  })

  test.each([
    ['other things', 'The bridge was opened', 'Wages rose in spring'],
    ['words that say nothing', 'It was not so', 'There they were'],
  ])('%s share nothing', (_name, one, other) => {
    expect(shared(one, other)).toBe(0)
  })

  test.each([
    ['names are the first ones', 'The mayor of Ankara left', 1],
    ['nobody is named', 'The bridge was opened', 0],
  ])('%s', (_name, text, names) => {
    expect(keysOf(detector.analyse(text)).names).toBe(names)
  })

  test('each once', () => {
    const all = keysOf(detector.analyse('Iraq, Iraq and 5,000 in Iraq, 5,000 in March 2020, March 2020')).keys
    expect(new Set(all).size).toBe(all.length)
  })
})

/** Brute force looks at 45,000 pairs. */
const BRUTE_FORCE_MS = 180_000

test('of the pairs that brute force flags among made-up claims, 98 % and more are found', {
  timeout: BRUTE_FORCE_MS,
}, async () => {
  const claims = analysed(...(await madeUpClaims(300)))
  const opened = claims.map(({ saidFrom, saidTo, analysis, ...claim }) => ({
    ...claim,
    saidFrom: saidFrom === null ? null : new Date(saidFrom),
    saidTo: saidTo === null ? null : new Date(saidTo),
    analysis: JSON.parse(analysis),
  }))
  const flagged = opened.flatMap((one, n) =>
    opened.slice(0, n).flatMap(other => {
      const { flagged, aId, bId } = compareClaims(one, other, detector)
      return flagged ? [aId + bId] : []
    }),
  )
  const { pairs, compared } = createComparer(detector).compare(claims)
  const found = new Set(pairs.map(({ aId, bId }) => aId + bId))
  expect(flagged.length).toBeGreaterThan(100)
  expect(flagged.filter(pair => found.has(pair)).length / flagged.length).toBeGreaterThanOrEqual(0.98)
  expect(found.size).toBeLessThanOrEqual(flagged.length)
  expect(compared).toBeLessThan((claims.length * claims.length) / 4)
})
