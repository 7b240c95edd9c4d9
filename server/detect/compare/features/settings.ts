import { isSame } from '../../lexicon/relate.ts'
import type { Pair } from '../pair.ts'
import { NAME_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import type { FeatureGroup } from './group.ts'

const REACH = 3

/** Whether content word `k` has a word right before it, in its phrase, for which `isSaid` is false: "secondary schools", "schools". */
function hasOwnModifier(side: Prepared, k: number, isSaid: (other: number) => boolean): boolean {
  const { tag } = side.analysis
  const token = side.token[k]!
  for (let t = token - 1; t >= Math.max(0, token - REACH); t--) {
    if (tag[t] !== 'A' && tag[t] !== 'N' && tag[t] !== 'M') return false
    const other = side.wordOfToken[t]!
    if (other >= 0 && !isSaid(other)) return true
  }
  return false
}

/** Of the nouns that both statements have: how much they weigh where both give them other modifiers, and where only one gives them one. */
function compareModifiers({ a, b, alignment }: Pair): [both: number, one: number] {
  let [both, one] = [0, 0]
  const { ofA, ofB, relation } = alignment
  const saidInB = (i: number): boolean => ofA[i]! >= 0 && isSame(relation[i]!)
  const saidInA = (j: number): boolean => ofB[j]! >= 0 && isSame(relation[ofB[j]!]!)
  for (let i = 0; i < a.size; i++) {
    const j = ofA[i]!
    if (j < 0 || !isSame(relation[i]!) || ((a.kind[i]! | b.kind[j]!) & (VERB_WORD | NAME_WORD)) !== 0)
      continue
    const [x, y] = [hasOwnModifier(a, i, saidInB), hasOwnModifier(b, j, saidInA)]
    const w = (a.weight[i]! + b.weight[j]!) / 2
    if (x && y) both = Math.max(both, w)
    else if (x || y) one = Math.max(one, w)
  }
  return [both, one]
}

/** When, in which order, by whom, and of which of several things the statements speak: what may let both be true, or not. */
export const settings: FeatureGroup = {
  names: [
    'orderSame',
    'orderApart',
    'saidApart',
    'dateApartOther',
    'dateTurned',
    'rolesSame',
    'rolesSwapped',
    'rolesConverse',
    'voiceDiffers',
    'likeness',
    'stageDifference',
    'stageSum',
    'modifiersBoth',
    'modifiersOne',
  ],
  fill({ pair, dates, order, roles, likeness, findings }, out, at) {
    let [said, apart, turned, rest] = [0, 0, 0, 0]
    for (const { a, b, relation, match, said: ofSaying } of dates) {
      if (relation === 'apart' && ofSaying) said = 1
      if (relation === 'apart') apart = Math.max(apart, match)
      const [x, y] = [
        a.bound === 'earliest' || a.bound === 'latest',
        b.bound === 'earliest' || b.bound === 'latest',
      ]
      if (x !== y) turned = relation === 'apart' ? -1 : 1
    }
    for (const { type, weight } of findings) if (type !== 'date') rest = Math.max(rest, weight)
    const r = { same: 0, swapped: 0, converse: 0, voice: 0 }
    for (const { relation, voice } of roles) {
      r[relation] = 1
      if (voice) r.voice = 1
    }
    const [both, one] = compareModifiers(pair)
    const { a, b } = pair
    out.set(
      [
        order !== null && !order.apart ? order.match : 0,
        order?.apart === true ? order.match : 0,
        said,
        apart * rest,
        turned,
        r.same,
        r.swapped,
        r.converse,
        r.voice,
        likeness ? 1 : 0,
        Math.abs(a.stage - b.stage),
        a.stage + b.stage,
        both,
        one,
      ],
      at,
    )
  },
}
