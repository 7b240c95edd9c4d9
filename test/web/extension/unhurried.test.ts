import { beforeEach, describe, expect, test, vi } from 'vitest'
import { quoteAt } from '#domain/quote.ts'
import type { FoundClaim } from '../../../web/extension/messages.ts'
import { drawClaims } from '../../../web/extension/page/page-marks.ts'
import { readPageText } from '../../../web/extension/page/page-text.ts'
import { takeSteps } from '../../../web/extension/page/unhurried.ts'

const PAGE_CHARACTERS = 100_000
const CLAIMS = 200
/** What one step may read at most. */
const WORDS_AT_ONCE = 500

const SENTENCE = 'Forces are repositioned over the coming weeks to prepare for onward movement. '
const LONG = SENTENCE.repeat(Math.ceil(PAGE_CHARACTERS / SENTENCE.length))
const PARAGRAPH = SENTENCE.repeat(6)
const PARAGRAPHS = `<p>${PARAGRAPH}</p>`.repeat(Math.ceil(PAGE_CHARACTERS / PARAGRAPH.length))

const wordsIn = (text: string) => text.match(/\S+/g)?.length ?? 0

/** A clock that goes on by so many milliseconds whenever somebody looks at it, and what is done on it between two breaks. */
function clockOf(msPerLook: number) {
  let now = 0
  const breaks: number[] = []
  vi.spyOn(performance, 'now').mockImplementation(() => (now += msPerLook))
  vi.stubGlobal('scheduler', {
    yield: () => {
      breaks.push(now)
      return Promise.resolve()
    },
  })
  return breaks
}

/** What is highlighted, by name. */
let drawn: Map<string, Set<Range>>
let ranges = 0

beforeEach(() => {
  drawn = new Map()
  ranges = 0
  vi.stubGlobal('CSS', { highlights: drawn })
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      priority = 0
      constructor(...all: Range[]) {
        super(all)
      }
    },
  )
  const createRange = document.createRange.bind(document)
  vi.spyOn(document, 'createRange').mockImplementation(() => {
    ranges++
    return createRange()
  })
})

describe('a step', () => {
  test.each([
    ['of many paragraphs', PARAGRAPHS],
    ['in one piece', `<pre>${LONG}</pre>`],
    ['of many elements in one block', `<p>${`<b>${SENTENCE}</b> `.repeat(1_300)}</p>`],
  ])('reads no more than 500 words of a page of 100,000 characters %s', (_what, html) => {
    document.body.innerHTML = html
    const { read, result } = readPageText(document.body)
    let most = 0
    let words = 0
    let step = 0
    for (let more = true; more; step++) {
      more = read()
      // Looking after every step of thousands would take its time: the steps between two looks read no more together.
      if (step % 10 > 0 && more && html !== `<pre>${LONG}</pre>`) continue
      const now = wordsIn(result().text)
      most = Math.max(most, now - words)
      words = now
    }
    expect(words).toBe(wordsIn(document.body.textContent ?? ''))
    expect(most).toBeLessThanOrEqual(WORDS_AT_ONCE)
  })

  test('walks no more than a thousand nodes that say nothing', () => {
    document.body.innerHTML = `${'<span></span>'.repeat(10_000)}No decision.`
    const looks = vi.spyOn(Node.prototype, 'nextSibling', 'get')
    const { read, result } = readPageText(document.body)
    let most = 0
    for (let more = true; more; ) {
      looks.mockClear()
      more = read()
      most = Math.max(most, looks.mock.calls.length)
    }
    looks.mockRestore()
    expect(result().text).toBe('No decision.')
    // Each node is asked twice: whether one follows, and which.
    expect(most).toBeLessThanOrEqual(2_002)
  })
})

describe('reading', () => {
  test('gives the page its turn whenever eight milliseconds have gone', async () => {
    const breaks = clockOf(3)
    let steps = 0
    await takeSteps(
      () => ++steps <= 100,
      () => false,
    )
    expect(steps).toBe(101)
    // Three steps of three milliseconds, and one look when it begins anew.
    expect(breaks.map((at, number) => at - (breaks[number - 1] ?? 0)).every(ms => ms <= 12)).toBe(true)
    expect(breaks).toHaveLength(33)
  })

  test('ends at a break once it is overtaken', async () => {
    clockOf(9)
    let steps = 0
    expect(
      await takeSteps(
        () => ++steps <= 100,
        () => steps >= 3,
      ),
    ).toBe(false)
    expect(steps).toBe(3)
  })

  test('a page of 100,000 characters in one piece is read with breaks, however slow the machine', async () => {
    document.body.innerHTML = `<pre>${LONG}</pre>`
    const breaks = clockOf(9)
    const { read, result } = readPageText(document.body)
    await takeSteps(read, () => false)
    expect(result().text).toBe(LONG.trim())
    expect(breaks.length).toBeGreaterThanOrEqual(Math.floor(wordsIn(LONG) / WORDS_AT_ONCE))
  })
})

/** So many claims, evenly over a text; every third disputed, every fifth changed. */
function claimsOf(text: string): FoundClaim[] {
  return Array.from({ length: CLAIMS }, (_, number) => {
    const start = Math.floor(((text.length - 100) * number) / CLAIMS)
    const quote = quoteAt(text, start, start + 80)
    const found = { state: number % 5 === 0 ? 'changed' : 'moved', start, end: start + 80 }
    return {
      id: String(number),
      marked: { quote, claim: { disputed: number % 3 === 0 } },
      found,
    } as FoundClaim
  })
}

describe('drawing', () => {
  test('makes one range a claim, and sets each kind of highlight once', () => {
    document.body.innerHTML = PARAGRAPHS
    const { read, result } = readPageText(document.body)
    while (read());
    const text = result()
    const set = vi.spyOn(drawn, 'set')
    const placed = drawClaims(text, claimsOf(text.text))
    expect(placed.size).toBe(CLAIMS)
    expect(ranges).toBe(CLAIMS)
    expect(set).toHaveBeenCalledTimes(3)
    expect([...drawn].map(([name, { size }]) => [name, size])).toEqual([
      ['counterclaim-claim', 107],
      ['counterclaim-changed', 40],
      ['counterclaim-disputed', 67],
    ])
  })
})
