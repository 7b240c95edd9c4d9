import { cosineOf, isSame, relate } from '../../lexicon/relate.ts'
import { STRIDE } from '../align.ts'
import type { Pair } from '../pair.ts'
import { FRAME_WORD, NAME_WORD, NOUN_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import type { FeatureGroup } from './group.ts'

const lcsRow = new Uint8Array(81)

/** Length of the longest common subsequence of the lemmas, of at most 80 tokens each. */
function commonRun(a: Int32Array, b: Int32Array): number {
  const [n, m] = [Math.min(80, a.length), Math.min(80, b.length)]
  const row = lcsRow.fill(0, 0, m + 1)
  for (let i = 0; i < n; i++) {
    let diagonal = 0
    for (let j = 1; j <= m; j++) {
      const above = row[j]!
      row[j] = a[i] === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!)
      diagonal = above
    }
  }
  return row[m]!
}

function unalignedWeight(side: Prepared, map: Int16Array, kind: number): number {
  let sum = 0
  for (let k = 0; k < side.size; k++)
    if (map[k]! < 0 && (side.kind[k]! & kind) !== 0 && (side.kind[k]! & FRAME_WORD) === 0)
      sum += side.weight[k]!
  return sum
}

const bestA = new Float64Array(STRIDE)
const bestB = new Float64Array(STRIDE)

/** For each word the best cosine or sameness it finds in the other statement; fills `bestA` and `bestB`. */
function findBest({ a, b, alignment }: Pair): void {
  bestA.fill(0, 0, a.size)
  bestB.fill(0, 0, b.size)
  for (let i = 0; i < a.size; i++)
    for (let j = 0; j < b.size; j++) {
      const alike = a.alias[i] !== 0 && a.alias[i] === b.alias[j]
      const relation = alike ? relate(a.id[i]!, b.id[j]!) : alignment.relations[i * STRIDE + j]!
      const s = isSame(relation) ? 1 : cosineOf(relation)
      if (s > bestA[i]!) bestA[i] = s
      if (s > bestB[j]!) bestB[j] = s
    }
}

function softCover(side: Prepared, best: Float64Array): number {
  let [sum, all] = [0, 0]
  for (let k = 0; k < side.size; k++) {
    sum += best[k]! * side.weight[k]!
    all += side.weight[k]!
  }
  return all > 0 ? sum / all : 0
}

/** Share of the content words with a capital first letter: near 1 in a headline in title case. */
function titleShare({ analysis, token, size }: Prepared): number {
  let capitals = 0
  for (let k = 0; k < size; k++) {
    const letter = analysis.text.charCodeAt(analysis.start[token[k]!]!)
    if (letter >= 65 && letter <= 90) capitals++
  }
  return size > 0 ? capitals / size : 0
}

function endsLikeSentence({ analysis }: Prepared): boolean {
  return analysis.tag.endsWith('.')
}

export const overlap: FeatureGroup = {
  names: [
    'sharedA',
    'sharedB',
    'topic',
    'sharedLeast',
    'softA',
    'softB',
    'sizeA',
    'sizeB',
    'sizeRatio',
    'lcsA',
    'lcsB',
    'namesShared',
    'namesOnlyA',
    'namesOnlyB',
    'namesOnlyBoth',
    'verbsLeftA',
    'verbsLeftB',
    'nounsLeftA',
    'nounsLeftB',
    'namesLeftA',
    'namesLeftB',
    'verbShare',
    'tokensA',
    'tokensB',
    'sameText',
    'alignedMean',
    'headline',
    'unfinished',
  ],
  fill({ pair }, out, at) {
    const { a, b, alignment } = pair
    let [verbs, verbsSame, scores, aligned] = [0, 0, 0, 0]
    for (let i = 0; i < a.size; i++) {
      const j = alignment.ofA[i]!
      if ((a.kind[i]! & VERB_WORD) !== 0) {
        verbs++
        if (j >= 0 && isSame(alignment.relation[i]!)) verbsSame++
      }
      if (j >= 0) {
        aligned++
        scores += alignment.score[i]!
      }
    }
    const [n, m] = [a.analysis.lemma.length, b.analysis.lemma.length]
    findBest(pair)
    const run = commonRun(a.lemmaId, b.lemmaId)
    out.set(
      [
        pair.sharedA,
        pair.sharedB,
        pair.topic,
        Math.min(pair.sharedA, pair.sharedB),
        softCover(a, bestA),
        softCover(b, bestB),
        a.size,
        b.size,
        a.size > 0 ? b.size / a.size : 1,
        n > 0 ? run / n : 1,
        m > 0 ? run / m : 1,
        pair.namesShared,
        pair.namesOnlyA,
        pair.namesOnlyB,
        Math.min(pair.namesOnlyA, pair.namesOnlyB),
        unalignedWeight(a, alignment.ofA, VERB_WORD),
        unalignedWeight(b, alignment.ofB, VERB_WORD),
        unalignedWeight(a, alignment.ofA, NOUN_WORD),
        unalignedWeight(b, alignment.ofB, NOUN_WORD),
        unalignedWeight(a, alignment.ofA, NAME_WORD),
        unalignedWeight(b, alignment.ofB, NAME_WORD),
        verbs > 0 ? verbsSame / verbs : 0.5,
        n,
        m,
        run === n && run === m ? 1 : 0,
        aligned > 0 ? scores / aligned : 0,
        titleShare(a) + titleShare(b),
        (endsLikeSentence(a) ? 0 : 1) + (endsLikeSentence(b) ? 0 : 1),
      ],
      at,
    )
  },
}
