import type { Calibration } from '../compare/calibrate.ts'
import type { Scored } from '../eval/metrics.ts'

const LEAST_ROWS = 40

/**
 * Isotonic regression of outcomes on scores by pooling adjacent violators (Barlow et al. 1972), with blocks of at least 40 rows, as
 * points to draw straight lines between. Ends are kept off 0 and 1 by one imagined row of either outcome.
 */
export function fitIsotonic(rows: readonly Scored[]): Calibration {
  type Block = { score: number; hits: number; rows: number }
  const blocks: Block[] = []
  for (const row of rows.toSorted((x, y) => x.score - y.score)) {
    const last = blocks.at(-1)
    if (last !== undefined && last.rows < LEAST_ROWS) {
      last.score += row.score
      last.hits += row.positive ? 1 : 0
      last.rows++
    } else blocks.push({ score: row.score, hits: row.positive ? 1 : 0, rows: 1 })
    for (let top = blocks.length - 1; top > 0; top--) {
      const [x, y] = [blocks[top - 1]!, blocks[top]!]
      if (y.rows < LEAST_ROWS || x.hits / x.rows <= y.hits / y.rows) break
      blocks.splice(top - 1, 2, { score: x.score + y.score, hits: x.hits + y.hits, rows: x.rows + y.rows })
    }
  }
  const points = blocks.map(block => [block.score / block.rows, (block.hits + 1) / (block.rows + 2)] as const)
  const from: number[] = []
  const to: number[] = []
  for (const [x, y] of points) {
    if (from.length > 0 && x <= from.at(-1)!) continue
    from.push(x)
    to.push(Math.max(y, to.at(-1) ?? 0))
  }
  return { from: Float64Array.from(from), to: Float64Array.from(to) }
}
