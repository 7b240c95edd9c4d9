import search from 'approx-string-match'
import { anchor, indexText } from '#domain/anchor.ts'
import { type Quote, quoteAt } from '#domain/quote.ts'
import { ARTICLES } from '../eval/anchor-articles.ts'
import { type Random, randomFrom } from '../eval/random.ts'

const PAGE_CHARACTERS = 100_000
const QUOTES = 500
const RUNS = 9
/** The other matcher takes so long that it runs less often. */
const RUNS_ALONE = 3

/** Errors allowed for each quote, as the annotation tools that use this matcher allow them. */
const MOST_ERRORS = 256

/**
 * 500 quotes on a page of 100,000 characters that has been edited since: our anchors, the page's index included, beside
 * each quote matched alone by `approx-string-match`, for all quotes and for those that an exact search does not find.
 * Prints the median of several runs of each, and the ratios.
 */
export async function runAnchorsBench(): Promise<void> {
  const random = randomFrom(500)
  const page = makePage(random)
  const quotes = makeQuotes(page, random)
  const edited = editPage(page, random)

  const states = new Map<string, number>()
  const ours = await median(RUNS, () => {
    states.clear()
    const index = indexText(edited)
    for (const quote of quotes) {
      const { state } = anchor(index, quote)
      states.set(state, (states.get(state) ?? 0) + 1)
    }
  })
  const indexed = await median(RUNS, () => indexText(edited))
  const alone = await median(RUNS_ALONE, () => {
    for (const quote of quotes) matchAlone(edited, quote)
  })
  const exactFirst = await median(RUNS_ALONE, () => {
    for (const quote of quotes) if (!edited.includes(quote.exact)) matchAlone(edited, quote)
  })
  const times = (time: number) => `${(time / ours).toFixed(1)} × ours`
  const counts = Array.from(states, ([state, count]) => `${count} ${state}`).join(', ')
  console.log(`anchors: ${quotes.length} quotes on a page of ${edited.length} characters (${counts})`)
  console.log(
    `  all quotes, index included   ${ours.toFixed(1)} ms, of it the index ${indexed.toFixed(1)} ms (goal ≤ 50 ms)`,
  )
  console.log(`  approx-string-match, each    ${alone.toFixed(1)} ms, ${times(alone)} (goal ≥ 10 ×)`)
  console.log(`  the same after indexOf       ${exactFirst.toFixed(1)} ms, ${times(exactFirst)}`)
}

function matchAlone(text: string, quote: Quote): number {
  const errors = Math.min(MOST_ERRORS, Math.floor(quote.exact.length / 2))
  return search(text, quote.exact, errors)[0]?.start ?? -1
}

/** The median time of several runs in milliseconds, with a pause between them for whoever else needs the processor. */
async function median(runs: number, work: () => void): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 0))
  }
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? Number.NaN
}

/** A page of sentences whose words are as unevenly common as in real text. */
function makePage(random: Random): string {
  const words = ARTICLES.filter(({ language }) => language === 'en').flatMap(({ text }) => text.split(/\s+/))
  while (words.length < 4_000) words.push(makeWord(random))
  let page = ''
  while (page.length < PAGE_CHARACTERS) {
    const sentence = Array.from({ length: 6 + random.below(20) }, () => {
      const rank = random.below(10_000) / 10_000
      return words[Math.floor(rank ** 3 * words.length)] ?? ''
    })
    page += `${sentence.join(' ')}${random.below(5) === 0 ? '.\n\n' : '. '}`
  }
  return page.slice(0, PAGE_CHARACTERS)
}

function makeWord(random: Random): string {
  const syllables = Array.from({ length: 1 + random.below(3) }, () => {
    return random.pick(Array.from('bcdfglmnprst')) + random.pick(Array.from('aeiou'))
  })
  return syllables.join('') + random.pick(['', 's', 'n', 'r', 'ted'])
}

/** Quotes of 20 to 260 characters, as people select them. */
function makeQuotes(page: string, random: Random): Quote[] {
  const quotes: Quote[] = []
  while (quotes.length < QUOTES) {
    const start = random.below(page.length - 300)
    const quote = quoteAt(page, start, start + 20 + random.below(240))
    if (quote) quotes.push(quote)
  }
  return quotes
}

/** The page as it stands later: a paragraph on top, some sentences gone, one word in eighty another one. */
function editPage(page: string, random: Random): string {
  const sentences = page.split('. ').filter(() => random.below(20) > 0)
  const words = sentences
    .join('. ')
    .replaceAll(/\p{L}{4,}/gu, word => (random.below(80) === 0 ? makeWord(random) : word))
  return `Updated: this page has changed since it was first published.\n\n${words}`
}

if (import.meta.main) await runAnchorsBench()
