import type { Forest } from '../compare/forest.ts'
import { boost } from './boost.ts'
import { choose, type Matrix } from './matrix.ts'
import type { Row } from './rows.ts'
import { GATE } from './settings.ts'

/** Trains the forest that tells how much a pair is like news, from written pairs against as much weight of all other sets. */
export function trainGate(rows: readonly Row[], matrix: Matrix, chosen: readonly number[]): Forest {
  const part = choose(matrix, chosen)
  const isWritten = (r: number) => rows[r]!.set === 'written'
  const written = chosen.filter(isWritten).length
  const others = written / (chosen.length - written)
  const weights = Float32Array.from(chosen, r => (isWritten(r) ? 1 : others))
  const labels = Uint8Array.from(chosen, r => (isWritten(r) ? 0 : 1))
  return boost(part.values, part.width, labels, weights, 2, GATE)
}
