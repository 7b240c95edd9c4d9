import {
  ABOVE,
  BELOW,
  isOpposed,
  isSame,
  OPPOSED,
  SIBLING,
  SYNONYM,
  WEAKLY_OPPOSED,
} from '../../lexicon/relate.ts'
import { FRAME_WORD, NAME_WORD, UNREAL_WORD, VERB_WORD } from '../prepare.ts'
import type { FeatureGroup } from './group.ts'

const share = (x: number, all: number) => (all > 0 ? x / all : 0)

export const polarity: FeatureGroup = {
  names: [
    'scopeClash',
    'clauseClash',
    'clash',
    'verbClash',
    'negatedA',
    'negatedB',
    'clauseNegatedA',
    'clauseNegatedB',
    'clauseNegatedXor',
    'verbScopeClash',
    'nounScopeClash',
    'opposedSame',
    'opposedTurned',
    'weakOpposedSame',
    'weakOpposedTurned',
    'siblings',
    'siblingWeight',
    'aboveWeight',
    'belowWeight',
    'synonyms',
    'unrealClash',
    'lastVerbClash',
    'firstVerbRelation',
  ],
  fill({ pair }, out, at) {
    const { a, b, alignment } = pair
    const f = { negA: 0, negB: 0, clauseA: 0, clauseB: 0, verbScope: 0, verbs: 0, nounScope: 0, nouns: 0 }
    const r = {
      same: 0,
      turned: 0,
      weakSame: 0,
      weakTurned: 0,
      siblings: 0,
      sibling: 0,
      above: 0,
      below: 0,
      synonyms: 0,
    }
    let [unreal, unrealAll, lastVerb, firstVerb] = [0, 0, 0, 0]
    for (let j = 0; j < b.size; j++) {
      if (b.sign[j]! < 0) f.negB += b.weight[j]!
      if (b.clauseSign[j]! < 0) f.clauseB += b.weight[j]!
    }
    for (let i = 0; i < a.size; i++) {
      if (a.sign[i]! < 0) f.negA += a.weight[i]!
      if (a.clauseSign[i]! < 0) f.clauseA += a.weight[i]!
      const j = alignment.ofA[i]!
      if (j < 0) continue
      const relation = alignment.relation[i]!
      const w = (a.weight[i]! + b.weight[j]!) / 2
      const sameSign = a.sign[i] === b.sign[j] && a.clauseSign[i] === b.clauseSign[j]
      const verb = (a.kind[i]! & b.kind[j]! & VERB_WORD) !== 0
      const frame = ((a.kind[i]! | b.kind[j]!) & FRAME_WORD) !== 0
      if (isSame(relation)) {
        if (verb && !frame) {
          f.verbs += w
          if (a.sign[i] !== b.sign[j]) f.verbScope += w
          lastVerb = a.clauseSign[i] !== b.clauseSign[j] ? 1 : -1
          if (firstVerb === 0) firstVerb = a.clauseSign[i] === b.clauseSign[j] ? 1 : -1
        } else if ((a.kind[i]! & NAME_WORD) === 0) {
          f.nouns += w
          if (a.sign[i] !== b.sign[j]) f.nounScope += w
        }
        unrealAll += w
        if (((a.kind[i]! ^ b.kind[j]!) & UNREAL_WORD) !== 0) unreal += w
      }
      if (isOpposed(relation)) {
        if (sameSign) r.same = Math.max(r.same, w)
        else r.turned = Math.max(r.turned, w)
      } else if ((relation & WEAKLY_OPPOSED) !== 0 && !isSame(relation)) {
        if (sameSign) r.weakSame = Math.max(r.weakSame, w)
        else r.weakTurned = Math.max(r.weakTurned, w)
      } else if ((relation & SIBLING) !== 0 && !isSame(relation)) {
        r.siblings++
        r.sibling = Math.max(r.sibling, w)
      } else if ((relation & ABOVE) !== 0) r.above += w
      else if ((relation & BELOW) !== 0) r.below += w
      else if ((relation & (SYNONYM | OPPOSED)) === SYNONYM) r.synonyms += w
    }
    out.set(
      [
        pair.scopeClash,
        pair.clauseClash,
        pair.clash,
        pair.verbClash,
        share(f.negA, a.total),
        share(f.negB, b.total),
        share(f.clauseA, a.total),
        share(f.clauseB, b.total),
        Math.abs(share(f.clauseA, a.total) - share(f.clauseB, b.total)),
        share(f.verbScope, f.verbs),
        share(f.nounScope, f.nouns),
        r.same,
        r.turned,
        r.weakSame,
        r.weakTurned,
        r.siblings,
        r.sibling,
        r.above,
        r.below,
        r.synonyms,
        share(unreal, unrealAll),
        lastVerb,
        firstVerb,
      ],
      at,
    )
  },
}
