import { readFileSync } from 'node:fs'
import type { Label, LabelledPair } from '../eval/read-pairs.ts'

/**
 * Headlines written for this detector: stories, each told (`+`), denied (`-`) and reported or asked (`?`) in several ways. In headlines.txt
 * nearly all that is denied is denied by a word for it; in stories.txt much is by what it says ("seen at a football match").
 */
const FILES = { headlines: './headlines.txt', stories: './stories.txt' } as const

/** At most so many pairs of one story of stories.txt are used. */
const MOST_PAIRS = 16

function labelOf(x: string, y: string): Label {
  if (x === '?' || y === '?') return 'neutral'
  return x === y ? 'entailment' : 'contradiction'
}

export type HeadlinePair = LabelledPair & { story: number }

function pairsOfStory(story: string, number: number): HeadlinePair[] {
  const lines = story.split('\n').filter(line => line !== '')
  return lines.flatMap((x, i) =>
    lines
      .slice(i + 1)
      .map(y => ({ a: x.slice(2), b: y.slice(2), label: labelOf(x[0]!, y[0]!), story: number })),
  )
}

const readStories = (name: keyof typeof FILES): string[] =>
  readFileSync(new URL(FILES[name], import.meta.url), 'utf8').split('\n\n')

/** Every pair of headlines of one story of headlines.txt; one that tells it and one that denies it contradict each other. */
export function headlinePairs(): HeadlinePair[] {
  return readStories('headlines').flatMap(pairsOfStory)
}

/** Some of the pairs of each story of stories.txt, drawn by `random`. */
export function storyPairs(random: () => number): HeadlinePair[] {
  return readStories('stories').flatMap((story, number) => {
    const pairs = pairsOfStory(story, number).map(pair => ({ pair, place: random() }))
    return pairs
      .toSorted((x, y) => x.place - y.place)
      .slice(0, MOST_PAIRS)
      .map(({ pair }) => pair)
  })
}
