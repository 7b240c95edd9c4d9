import { type Section, section } from '../lexicon/container.ts'

/** Boosted trees: nodes of all trees in one list. A leaf has feature 255; an inner node's children stand side by side. */
export type Forest = {
  classes: number
  /** First node of each tree; tree t adds to class t modulo `classes`. */
  roots: Int32Array
  feature: Uint8Array
  threshold: Float32Array
  /** The left child of an inner node (the right one follows), unused in leaves. */
  left: Int32Array
  value: Float32Array
}

export const LEAF = 255

/** Adds the trees' values for one row of features to `out`, one sum per class. */
export function addForest(forest: Forest, features: Float32Array, out: Float64Array): void {
  const { roots, feature, threshold, left, value, classes } = forest
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!
    let f = feature[node]!
    while (f !== LEAF) {
      node = left[node]! + (features[f]! <= threshold[node]! ? 0 : 1)
      f = feature[node]!
    }
    out[t % classes]! += value[node]!
  }
}

export function forestSections(forest: Forest, prefix: string): Record<string, Section> {
  return {
    [`${prefix}.classes`]: Int32Array.of(forest.classes),
    [`${prefix}.roots`]: forest.roots,
    [`${prefix}.feature`]: forest.feature,
    [`${prefix}.threshold`]: forest.threshold,
    [`${prefix}.left`]: forest.left,
    [`${prefix}.value`]: forest.value,
  }
}

export function readForest(sections: Map<string, Section>, prefix: string): Forest {
  return {
    classes: section(sections, `${prefix}.classes`, Int32Array)[0]!,
    roots: section(sections, `${prefix}.roots`, Int32Array),
    feature: section(sections, `${prefix}.feature`, Uint8Array),
    threshold: section(sections, `${prefix}.threshold`, Float32Array),
    left: section(sections, `${prefix}.left`, Int32Array),
    value: section(sections, `${prefix}.value`, Float32Array),
  }
}
