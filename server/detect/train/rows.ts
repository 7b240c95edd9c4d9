import { existsSync } from 'node:fs'
import path from 'node:path'
import { isLabel, type LabelledPair, readPairs, readText } from '../eval/read-pairs.ts'
import { frameRows, numberRows, selfRows, trimRows, verbRows, yearRows } from './built-rows.ts'
import { headlineRows } from './headline-rows.ts'
import { headlinePairs, storyPairs } from './headlines.ts'
import { seeded } from './random.ts'

/**
 * A pair to train on. `set` names where it comes from; rows of one `group` share
 * a source and stay in one fold; `kind` is known for written pairs only. How much it counts: `weight` among all rows, `share` among news.
 */
export type Row = LabelledPair & {
  set: string
  weight: number
  share: number
  kind: string | null
  group: number
}

/** Sets that are trained on, and how much a row of each counts. All of them carry a licence (see MODEL.md). */
export const SETS: Record<string, number> = {
  fever_nli: 0.7,
  sanli_wiki: 1,
  wikifactcheck: 0.4,
  conjnli: 0.5,
  cad_nli: 0.6,
  snli_dev: 0.7,
  multinli_mismatched: 1.5,
  check_covid: 1,
  semantoneg_half: 1,
}
/** Of the sets that are large and far from news every second or third pair is used. */
const EVERY: Record<string, number> = { fever_nli: 2, wikifactcheck: 3, conjnli: 2 }

/** How much the pairs of written-*.tsv count in the news beside those of the data folder (see MODEL.md). */
const WRITTEN_MORE = 0.5

const WRITTEN_WEIGHT = 6
const HEADLINE_WEIGHT = 8
const STORY_WEIGHT = 1
const BUILT_WEIGHT = 0.7

export type WrittenPair = LabelledPair & { kind: string; reason: string; spanA: string; spanB: string }

/** The pairs of a file in the seven columns of `written/`: label, kind, reason, statements, disputed words. */
export function readWritten(file: string): WrittenPair[] {
  return readText(file)
    .split('\n')
    .filter(line => line !== '')
    .map((line, i) => {
      const [label = '', kind = '', reason = '', a = '', b = '', spanA = '', spanB = ''] = line.split('\t')
      if (!isLabel(label)) throw new Error(`${file}, line ${i + 1}: unknown label "${label}"`)
      return { label, kind, reason, a, b, spanA, spanB }
    })
}

/** How many rows of each file of written pairs beside this one the weights are made from; rows added later wait for the next training. */
const MORE_PAIRS = { 'written-a.tsv': 3479, 'written-b.tsv': 1942, 'written-c.tsv': 8132 }

/** The pairs that were written for this project and stand beside this file: of each file the first rows, as many as MORE_PAIRS says. */
export function morePairs(): WrittenPair[] {
  return Object.entries(MORE_PAIRS).flatMap(([name, count]) =>
    readWritten(path.join(import.meta.dirname, name)).slice(0, count),
  )
}

/** How much of a set pairs are built from. */
const BUILT_SHARE: Record<string, number> = {
  multinli_mismatched: 0.35,
  sanli_wiki: 0.25,
  fever_nli: 0.08,
  check_covid: 0.5,
  wikifactcheck: 0.1,
  cad_nli: 0.1,
}

/** How much of a set headline pairs are built from. */
const HEADLINE_SHARE: Record<string, number> = {
  written: 1,
  written_more: 1,
  headlines: 1,
  multinli_mismatched: 0.35,
  sanli_wiki: 0.3,
  check_covid: 0.5,
}

function buildHeadlines(
  pairs: LabelledPair[],
  groupOf: (i: number) => number,
  random: () => number,
  from: string,
): Row[] {
  const share = HEADLINE_SHARE[from] ?? 0
  return pairs.flatMap((pair, i) =>
    random() < share
      ? headlineRows(pair, from === 'headlines', random).map(row => ({
          ...row,
          set: `headline_${from}`,
          weight: 1,
          share: shareOf(from),
          kind: null,
          group: groupOf(i),
        }))
      : [],
  )
}

/** How much rows of a set, or built from it, count among news. */
const shareOf = (set: string): number => (set === 'written_more' ? WRITTEN_MORE : 1)

const BUILDERS = { self: selfRows, verb: verbRows, number: numberRows, year: yearRows, trim: trimRows }

/** Rows made by rule from the statements and pairs of a set; `share` of them is used. */
function buildRows(
  pairs: LabelledPair[],
  firstGroup: number,
  share: number,
  random: () => number,
  from: string,
): Row[] {
  const rows: Row[] = []
  for (const [i, pair] of pairs.entries()) {
    if (random() >= share) continue
    const add = (set: string, made: LabelledPair[]) => {
      for (const row of made)
        rows.push({
          ...row,
          set: `built_${from}_${set}`,
          weight: BUILT_WEIGHT,
          share: shareOf(from),
          kind: null,
          group: firstGroup + i,
        })
    }
    add('frame', frameRows(pair, random))
    add(
      'frame',
      frameRows(
        { ...pair, a: pair.b, b: pair.a, label: pair.label === 'entailment' ? 'neutral' : pair.label },
        random,
      ).filter(row => row.label !== 'neutral'),
    )
    for (const [name, build] of Object.entries(BUILDERS)) if (random() < 0.5) add(name, build(pair.a, random))
  }
  return rows
}

/** Everything that is trained on, from the data folder DIR, in a fixed order. */
export function readRows(folder: string): Row[] {
  const rows: Row[] = []
  const random = seeded(20_200_106)
  let group = 0
  const take = (pairs: (LabelledPair & { kind?: string })[], set: string, weight: number, share: number) => {
    for (const [i, { a, b, label, kind }] of pairs.entries())
      rows.push({ a, b, label, set, weight, share: shareOf(set), kind: kind ?? null, group: group + i })
    const first = group
    rows.push(...buildRows(pairs, first, share, random, set))
    rows.push(...buildHeadlines(pairs, i => first + i, random, set))
    group += pairs.length
  }
  take(readWritten(path.join(folder, 'written', 'train.tsv.gz')), 'written', WRITTEN_WEIGHT, 1)
  take(morePairs(), 'written_more', WRITTEN_WEIGHT, 1)
  const headlines = headlinePairs()
  for (const { story, ...pair } of headlines)
    rows.push({
      ...pair,
      set: 'headlines',
      weight: HEADLINE_WEIGHT,
      share: 1,
      kind: null,
      group: group + story,
    })
  const stories = group
  rows.push(...buildHeadlines(headlines, i => stories + headlines[i]!.story, random, 'headlines'))
  group += headlines.length
  for (const { story, ...pair } of storyPairs(random)) {
    rows.push({ ...pair, set: 'stories', weight: STORY_WEIGHT, share: 1, kind: null, group: group + story })
  }
  group += rows.length
  for (const [set, weight] of Object.entries(SETS)) {
    const file = path.join(folder, 'pairs', 'train', `${set}.tsv.gz`)
    if (!existsSync(file))
      throw new Error(`${file} is missing: the weights can only be made again from all sets`)
    const pairs = readPairs(readText(file)).pairs.filter((_, i) => i % (EVERY[set] ?? 1) === 0)
    take(pairs, set, weight, BUILT_SHARE[set] ?? 0)
  }
  return rows
}
