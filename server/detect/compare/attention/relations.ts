import {
  ABOVE,
  BELOW,
  cosineOf,
  EQUAL,
  FAMILY,
  OPPOSED,
  SAME,
  SIBLING,
  SYNONYM,
  WEAKLY_OPPOSED,
} from '../../lexicon/relate.ts'
import { relateQuantities } from '../quantity-relation.ts'
import { relateWords } from '../relate-words.ts'
import { CLAUSE_MARK, type Encoded, MAX_WORDS, NEGATED_MARK } from './encode.ts'

/** What is told of two words: 0 equal … 6 sibling, 7 cosine, 8 numbers equal, 9 numbers apart, 10 and 11 alike but turned by a negation. */
export const RELATIONS = 12

/** Relations per pair of words, row by row; `MAX_WORDS` × `MAX_WORDS` × `RELATIONS`. */
export const table = new Float32Array(MAX_WORDS * MAX_WORDS * RELATIONS)

function fillQuantities(a: Encoded, b: Encoded, i: number, j: number, at: number): void {
  const [x, y] = [a.quantities[a.quantity[i]!]!, b.quantities[b.quantity[j]!]!]
  if (x.dimension !== y.dimension || (x.dimension === 'money' && x.unit !== y.unit)) return
  const { relation } = relateQuantities(x, y)
  table[at + (relation === 'disjoint' ? 9 : 8)] = relation === 'overlapping' ? 0.5 : 1
}

/** Fills `table` for two statements: the relations of word i of `a` and word j of `b` begin at (i × size of b + j) × RELATIONS. */
export function fillRelations(a: Encoded, b: Encoded): void {
  table.fill(0, 0, a.size * b.size * RELATIONS)
  for (let i = 0; i < a.size; i++)
    for (let j = 0; j < b.size; j++) {
      const at = (i * b.size + j) * RELATIONS
      const bits = relateWords(a, i, b, j)
      if ((bits & EQUAL) !== 0) table[at] = 1
      else {
        if ((bits & FAMILY) !== 0) table[at + 1] = 1
        if ((bits & SYNONYM) !== 0) table[at + 2] = 1
        if ((bits & OPPOSED) !== 0) table[at + 3] = 1
        if ((bits & WEAKLY_OPPOSED) !== 0) table[at + 4] = 1
        if ((bits & (ABOVE | BELOW)) !== 0) table[at + 5] = 1
        if ((bits & SIBLING) !== 0) table[at + 6] = 1
      }
      table[at + 7] = (bits & EQUAL) !== 0 ? 1 : cosineOf(bits)
      if (a.quantity[i]! >= 0 && b.quantity[j]! >= 0) fillQuantities(a, b, i, j, at)
      if ((bits & SAME) !== 0 && (bits & OPPOSED) === 0) {
        const turned = a.marks[i]! ^ b.marks[j]!
        if ((turned & NEGATED_MARK) !== 0) table[at + 10] = 1
        if ((turned & CLAUSE_MARK) !== 0) table[at + 11] = 1
      }
    }
}
