import { cosine, DIMENSIONS, norm, vectors as table, VECTOR_COUNT } from '../../lexicon/lexicon.ts'
import { isSame } from '../../lexicon/relate.ts'
import { FRAME_WORD, NAME_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import type { FeatureGroup } from './group.ts'

const restA = new Float32Array(DIMENSIONS)
const restB = new Float32Array(DIMENSIONS)

function cosineBetween(x: Float32Array, y: Float32Array): number {
  let [dot, xx, yy] = [0, 0, 0]
  for (let d = 0; d < DIMENSIONS; d++) {
    dot += x[d]! * y[d]!
    xx += x[d]! * x[d]!
    yy += y[d]! * y[d]!
  }
  return xx > 0 && yy > 0 ? dot / Math.sqrt(xx * yy) : 0
}

/** Sums the vectors of the words that are not said by the other side into `rest`; returns their weight. */
function leaveRest(side: Prepared, isLeft: (k: number) => boolean, rest: Float32Array): number {
  rest.fill(0)
  let weight = 0
  for (let k = 0; k < side.size; k++) {
    if (!isLeft(k)) continue
    weight += side.weight[k]!
    const id = side.id[k]!
    if (id >= VECTOR_COUNT) continue
    const scale = side.weight[k]! / norm(id)
    for (let d = 0; d < DIMENSIONS; d++) rest[d]! += table[id * DIMENSIONS + d]! * scale
  }
  return weight
}

/** The verb that says what happened: the first that is not part of the frame. */
function mainVerb(side: Prepared): number {
  for (let k = 0; k < side.size; k++)
    if ((side.kind[k]! & VERB_WORD) !== 0 && (side.kind[k]! & FRAME_WORD) === 0) return side.id[k]!
  return -1
}

function firstNoun(side: Prepared): number {
  for (let k = 0; k < side.size; k++)
    if ((side.kind[k]! & VERB_WORD) === 0 && (side.kind[k]! & FRAME_WORD) === 0) return side.id[k]!
  return -1
}

export const vectors: FeatureGroup = {
  names: [
    'wholeCosine',
    'restCosine',
    'restA',
    'restB',
    'restLeast',
    'mainVerbCosine',
    'mainVerbSame',
    'subjectCosine',
    'subjectSame',
    'slotFit',
    'slots',
    'slotCosine',
    'slotName',
  ],
  fill({ pair, slots }, out, at) {
    const { a, b, alignment } = pair
    const leftA = (i: number) => alignment.ofA[i]! < 0 || !isSame(alignment.relation[i]!)
    const leftB = (j: number) => alignment.ofB[j]! < 0 || !isSame(alignment.relation[alignment.ofB[j]!]!)
    const [weightA, weightB] = [leaveRest(a, leftA, restA), leaveRest(b, leftB, restB)]
    const [verbA, verbB] = [mainVerb(a), mainVerb(b)]
    const [nounA, nounB] = [firstNoun(a), firstNoun(b)]
    const slot = slots[0]
    out.set(
      [
        cosineBetween(a.vector, b.vector),
        cosineBetween(restA, restB),
        a.total > 0 ? weightA / a.total : 0,
        b.total > 0 ? weightB / b.total : 0,
        Math.min(weightA, weightB),
        verbA < 0 || verbB < 0 ? 0 : verbA === verbB ? 1 : cosine(verbA, verbB),
        verbA < 0 || verbB < 0 ? 0.5 : verbA === verbB ? 1 : 0,
        nounA < 0 || nounB < 0 ? 0 : nounA === nounB ? 1 : cosine(nounA, nounB),
        nounA === nounB ? 1 : 0,
        slot?.fit ?? 0,
        slots.length,
        slot === undefined ? 0 : cosine(a.id[slot.i]!, b.id[slot.j]!),
        slot !== undefined && (a.kind[slot.i]! & NAME_WORD) !== 0 ? 1 : 0,
      ],
      at,
    )
  },
}
