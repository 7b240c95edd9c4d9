/** Covariance of centred rows, upper triangle filled both ways. */
function covariance(rows: number[][], size: number): Float64Array {
  const c = new Float64Array(size * size)
  for (const row of rows)
    for (let i = 0; i < size; i++) for (let j = i; j < size; j++) c[i * size + j]! += row[i]! * row[j]!
  for (let i = 0; i < size; i++)
    for (let j = i; j < size; j++) {
      c[i * size + j]! /= rows.length
      c[j * size + i] = c[i * size + j]!
    }
  return c
}

/** The leading eigenvectors of a symmetric matrix, by power iteration with deflation. */
function eigenvectors(matrix: Float64Array, size: number, count: number): Float64Array[] {
  const found: Float64Array[] = []
  for (let k = 0; k < count; k++) {
    let v = Float64Array.from({ length: size }, (_, i) => Math.sin(i * 7 + k + 1))
    let value = 0
    for (let step = 0; step < 200; step++) {
      const next = new Float64Array(size)
      for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) next[i]! += matrix[i * size + j]! * v[j]!
      value = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0))
      v = next.map(x => x / value)
    }
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) matrix[i * size + j]! -= value * v[i]! * v[j]!
    found.push(v)
  }
  return found
}

/**
 * Word vectors of fewer dimensions in one byte each: centred, without the two directions that only carry frequency
 * (Mu and Viswanath 2018, "All-but-the-Top"), projected on the next principal components, at unit length times 127.
 */
export function reduceVectors(rows: number[][], size: number, dimensions: number): Int8Array {
  const mean = new Float64Array(size)
  for (const row of rows) for (let i = 0; i < size; i++) mean[i]! += row[i]! / rows.length
  const centred = rows.map(row => Array.from({ length: size }, (_, i) => row[i]! - mean[i]!))
  const axes = eigenvectors(covariance(centred, size), size, dimensions + 2).slice(2)
  const out = new Int8Array(rows.length * dimensions)
  for (const [r, row] of centred.entries()) {
    const v = axes.map(axis => axis.reduce((sum, x, i) => sum + x * row[i]!, 0))
    const top = Math.max(1e-9, ...v.map(x => Math.abs(x)))
    for (let d = 0; d < dimensions; d++) out[r * dimensions + d] = Math.round((v[d]! / top) * 127)
  }
  return out
}
