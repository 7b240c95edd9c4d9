import { createIndex } from '../../../server/scan/candidate-index.ts'
import { keysOf } from '../../../server/scan/keys.ts'
import { createTextMemory } from '../../../server/scan/text-memory.ts'
import { loadDetector } from '../../../server/suggestions/detector.ts'
import { madeUpClaims } from '../../support/made-up-claims.ts'

/** Claims that are made up in earnest; more of them are the same with other names and numbers. */
const PATTERNS = 5_000

/** A key that more of the patterns have is a word that every story uses. */
const COMMON = PATTERNS / 100

/** A rare key as it would be in another story. */
const inStory = (key: number, story: number) => (Math.imul(key, 31) + Math.imul(story, 0x9e3779b1)) | 0

/** Time and memory of the index with the analyses beside it, at each of the sizes, in one growing index. */
export async function measureIndex(sizes: readonly number[]): Promise<void> {
  const { analyse } = await loadDetector()
  const patterns = (await madeUpClaims(PATTERNS)).map(({ statement }) => {
    const analysis = analyse(statement)
    return { keys: [...keysOf(analysis)], text: JSON.stringify(analysis) }
  })
  const common = new Map<number, number>()
  for (const { keys } of patterns) for (const key of keys) common.set(key, (common.get(key) ?? 0) + 1)
  const [index, memory] = [createIndex(), createTextMemory()]
  const started = performance.now()
  let [found, spent] = [0, 0]
  for (const size of sizes.toSorted((one, other) => one - other)) {
    while (index.size() < size) {
      const number = index.size()
      const { keys, text } = patterns[number % PATTERNS]!
      const story = Math.floor(number / PATTERNS)
      const entry = {
        keys: Int32Array.from(keys, key => ((common.get(key) ?? 0) > COMMON ? key : inStory(key, story))),
        speaker: number % 5_000,
        topics: [number % 40],
      }
      found += index.find(entry).length
      index.add(entry)
      memory.add(text)
    }
    const seconds = (performance.now() - started) / 1_000
    console.log(
      `index of ${size.toLocaleString('en-GB')}: ${seconds.toFixed(1)} s so far${
        spent === 0 ? '' : ` (${(seconds / spent).toFixed(1)} × the size before)`
      }, ${(found / size).toFixed(1)} candidates a claim, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    )
    spent = seconds
  }
}
