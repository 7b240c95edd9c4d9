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

type Packed = { words: Int32Array; numbers: Float32Array }
const packed = new WeakMap<Forest, Packed>()

/** A node in eight bytes, so that a step down a tree touches one place of memory: left child and feature, then threshold or value. */
function packNodes(forest: Forest): Packed {
  const words = new Int32Array(forest.feature.length * 2)
  const numbers = new Float32Array(words.buffer)
  for (const [node, feature] of forest.feature.entries()) {
    words[node * 2] = (forest.left[node]! << 8) | feature
    numbers[node * 2 + 1] = feature === LEAF ? forest.value[node]! : forest.threshold[node]!
  }
  const made = { words, numbers }
  packed.set(forest, made)
  return made
}

/** Adds the trees' values for one row of features to `out`, one sum per class. */
export function addForest(forest: Forest, features: Float32Array, out: Float64Array): void {
  const { words, numbers } = packed.get(forest) ?? packNodes(forest)
  const { roots, classes } = forest
  for (let t = 0, c = 0; t < roots.length; t++) {
    let at = roots[t]! * 2
    let word = words[at]!
    while ((word & 255) !== LEAF) {
      at = ((word >> 8) + (features[word & 255]! <= numbers[at + 1]! ? 0 : 1)) * 2
      word = words[at]!
    }
    out[c]! += numbers[at + 1]!
    c = c + 1 === classes ? 0 : c + 1
  }
}

/** A forest as sections of a file, their names beginning with `prefix`. */
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

/** The forest that `forestSections` stored under `prefix`; throws when a section is missing. */
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
