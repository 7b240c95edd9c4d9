import type { Evidence } from '../reasons/find.ts'

/** Some features that are counted together: their names, and what writes them into `out` from `at` on. */
export type FeatureGroup = {
  names: readonly string[]
  fill(evidence: Evidence, out: Float32Array, at: number): void
}
