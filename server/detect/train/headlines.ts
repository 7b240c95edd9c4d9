import { readFileSync } from 'node:fs'
import type { Label, LabelledPair } from '../eval/read-pairs.ts'

/** Headlines written for this detector: stories, each told (`+`), denied (`-`) and reported or asked (`?`) in several ways. */
const file = new URL('./headlines.txt', import.meta.url)

function labelOf(x: string, y: string): Label {
  if (x === '?' || y === '?') return 'neutral'
  return x === y ? 'entailment' : 'contradiction'
}

/** Every pair of headlines of one story; one that tells it and one that denies it contradict each other. */
export function headlinePairs(): (LabelledPair & { story: number })[] {
  const pairs: (LabelledPair & { story: number })[] = []
  for (const [number, story] of readFileSync(file, 'utf8').split('\n\n').entries()) {
    const lines = story.split('\n').filter(line => line !== '')
    for (const [i, x] of lines.entries())
      for (const y of lines.slice(i + 1))
        pairs.push({ a: x.slice(2), b: y.slice(2), label: labelOf(x[0]!, y[0]!), story: number })
  }
  return pairs
}
