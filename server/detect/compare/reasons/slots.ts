import { family, lexFile, senseStart, senses, WORD_COUNT } from '../../lexicon/lexicon.ts'
import { isPlaceNumber } from '../../lexicon/named.ts'
import { ABOVE, BELOW, cosineOf, EQUAL, isOpposed, isSame, SIBLING } from '../../lexicon/relate.ts'
import type { Pair } from '../pair.ts'
import { ADJECTIVE_WORD, FRAME_WORD, NAME_WORD, NOUN_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import { relateWords, saysName } from '../relate-words.ts'
import { type Finding, phraseOf, type Span } from './finding.ts'

/** A word of each side that stands in the same place between the same neighbours, and is not the same word. */
export type Slot = { i: number; j: number; fit: number; relation: number }

function neighbourFit(pair: Pair, i: number, j: number): number {
  const { a, b, alignment } = pair
  let fit = 0
  for (const step of [-2, -1, 1, 2]) {
    const [x, y] = [i + step, j + step]
    if (x < 0 || y < 0 || x >= a.size || y >= b.size) {
      if (Math.abs(step) === 1 && (x < 0 || x >= a.size) && (y < 0 || y >= b.size)) fit += 0.5
      continue
    }
    const other = alignment.ofA[x]!
    if (other >= 0 && Math.abs(other - y) <= 1 && isSame(alignment.relation[x]!))
      fit += Math.abs(step) === 1 ? 1 : 0.5
  }
  return Math.min(1, fit / 2)
}

function before(side: Prepared, k: number): string {
  const { tag, lemma } = side.analysis
  let i = side.token[k]! - 1
  while (i >= 0 && (tag[i] === 'D' || tag[i] === 'M' || tag[i] === 'A' || tag[i] === 'N')) i--
  return i >= 0 && tag[i] === 'P' ? lemma[i]! : ''
}

/** Whether two words are no alternatives: one noun or place is above the other, or a name is said in other words. */
function saySameMatter({ a, b }: Pair, i: number, j: number, relation: number): boolean {
  const kinds = a.kind[i]! & b.kind[j]!
  if ((kinds & NAME_WORD) !== 0 && (relation & EQUAL) !== 0) return true
  if ((kinds & (NAME_WORD | NOUN_WORD)) !== 0 && (relation & (ABOVE | BELOW)) !== 0) return true
  return saysName(b, a.name[i]!, false) || saysName(a, b.name[j]!, false)
}

/** Words that are left over or only loosely aligned, matched by place. */
export function findSlots(pair: Pair): Slot[] {
  const { a, b, alignment } = pair
  const slots: Slot[] = []
  for (let i = 0; i < a.size; i++) {
    const aligned = alignment.ofA[i]!
    if (aligned >= 0 && (isSame(alignment.relation[i]!) || isOpposed(alignment.relation[i]!))) continue
    for (let j = 0; j < b.size; j++) {
      const back = alignment.ofB[j]!
      if (back >= 0 && back !== i) continue
      if (aligned >= 0 && aligned !== j) continue
      const same = (VERB_WORD | NAME_WORD | ADJECTIVE_WORD) & (a.kind[i]! ^ b.kind[j]!)
      if (same !== 0 || ((a.kind[i]! | b.kind[j]!) & FRAME_WORD) !== 0) continue
      const fit = neighbourFit(pair, i, j) + (before(a, i) !== '' && before(a, i) === before(b, j) ? 0.25 : 0)
      if (fit < 0.5) continue
      const relation = relateWords(a, i, b, j)
      if (!saySameMatter(pair, i, j, relation)) slots.push({ i, j, fit: Math.min(1, fit), relation })
    }
  }
  return slots.toSorted((x, y) => y.fit - x.fit || x.i - y.i || x.j - y.j).slice(0, 6)
}

const PLACE_WORDS = new Set(['in', 'at', 'near', 'outside', 'inside', 'off', 'across'])

/** Whether a word is said as the place where something is: "the talks in Penford". */
export const isWhere = (side: Prepared, k: number): boolean => PLACE_WORDS.has(before(side, k))

function isPlace(side: Prepared, k: number): boolean {
  if (isPlaceNumber(side.name[k]!)) return true
  const id = side.id[k]!
  if (id < WORD_COUNT && senseStart[id + 1]! > senseStart[id]!) {
    const file = lexFile[senses[senseStart[id]!]!]!
    if (file === 15) return true
    if (family[id] !== id) return false
  }
  return isWhere(side, k)
}

function isActor(side: Prepared, k: number): boolean {
  const token = side.token[k]!
  const next = side.analysis.tag.slice(token + 1, token + 4)
  return before(side, k) === 'by' || /^[NM]*[VX]/.test(next)
}

/** The whole name that a word belongs to. */
function nameOf(side: Prepared, k: number): Span {
  const token = side.token[k]!
  const name = side.analysis.names.find(mention => mention.from <= token && token < mention.to)
  return name === undefined ? phraseOf(side, k) : { from: name.from, to: name.to }
}

/** Different names, places or exclusive kinds in one place of two sentences that otherwise say the same. */
export function findSubstitutions(pair: Pair, slots: Slot[]): Finding[] {
  const { a, b } = pair
  const found: Finding[] = []
  const shared = Math.min(pair.sharedA, pair.sharedB)
  for (const { i, j, fit, relation } of slots) {
    if (a.clauseSign[i] !== b.clauseSign[j] || a.sign[i] !== b.sign[j]) continue
    const names = (a.kind[i]! & b.kind[j]! & NAME_WORD) !== 0
    const sibling = (relation & SIBLING) !== 0
    const base = fit * (0.2 + 0.8 * Math.min(1, shared * 1.5))
    const spans = { a: names ? nameOf(a, i) : phraseOf(a, i), b: names ? nameOf(b, j) : phraseOf(b, j) }
    if (names || sibling) {
      const place = isPlace(a, i) && isPlace(b, j)
      if (place)
        found.push({ type: 'place', weight: base * (sibling ? 0.8 : 0.7), ...spans, detail: 'place' })
      else if (names && (isActor(a, i) || isActor(b, j)))
        found.push({ type: 'actor', weight: base * 0.65, ...spans, detail: 'name' })
      else
        found.push({
          type: names ? 'actor' : 'exclusivity',
          weight: base * (sibling ? 0.7 : 0.55),
          ...spans,
          detail: names ? 'name' : 'class',
        })
    } else if ((a.kind[i]! & VERB_WORD) !== 0) {
      found.push({
        type: 'exclusivity',
        weight: base * 0.35 * (1 - Math.abs(cosineOf(relation) - 0.4)),
        ...spans,
        detail: 'outcome',
      })
    } else found.push({ type: 'exclusivity', weight: base * 0.3, ...spans, detail: 'other' })
  }
  return found.toSorted((x, y) => y.weight - x.weight).slice(0, 2)
}
