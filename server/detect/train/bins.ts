/** Feature values as small integers: what histograms are counted over. */
export type Binned = {
  rows: number
  /** One column per feature, one byte per row. */
  columns: Uint8Array[]
  /** Per feature the upper end of each bin; a value falls into the first bin whose end is not below it. */
  edges: Float32Array[]
}

const MAX_BINS = 64

function findEdges(values: Float32Array): Float32Array {
  const sorted = values.toSorted()
  const edges: number[] = []
  for (let b = 1; b <= MAX_BINS; b++) {
    const edge = sorted[Math.min(sorted.length - 1, Math.floor((b * sorted.length) / MAX_BINS))]!
    if (edges.length === 0 || edge > edges.at(-1)!) edges.push(edge)
  }
  return Float32Array.from(edges)
}

export function binOf(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

/** Bins of equal share per feature, from a row-major matrix of `width` features. */
export function binMatrix(matrix: Float32Array, width: number): Binned {
  const rows = matrix.length / width
  const columns: Uint8Array[] = []
  const edges: Float32Array[] = []
  for (let f = 0; f < width; f++) {
    const values = new Float32Array(rows)
    for (let r = 0; r < rows; r++) values[r] = matrix[r * width + f]!
    const ends = findEdges(values)
    edges.push(ends)
    columns.push(Uint8Array.from(values, value => binOf(ends, value)))
  }
  return { rows, columns, edges }
}
