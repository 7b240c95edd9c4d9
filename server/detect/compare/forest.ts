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

/**
 * The same trees laid out for speed: each a full tree of one depth whose nodes stand level by level, so that a step down is arithmetic and no
 * jump that the processor has to guess (QuickScorer, Lucchese et al. 2015, removes them otherwise). Where a value lies among the thresholds
 * of its feature is found once, and nodes compare places.
 */
type Packed = {
  trees: number
  depth: number
  /** Per inner node its feature and, above eight bits, the place of its threshold among those of the feature. */
  nodes: Int32Array
  /** Per tree, 2 to the power of `depth`. */
  leaves: Float32Array
  /** The thresholds per feature, rising; those of feature f begin at `cutStart[f]`. */
  cuts: Float32Array
  cutStart: Int32Array
  /** Where the values asked about lie. */
  places: Uint16Array
}
const packed = new WeakMap<Forest, Packed>()

const NEVER = 0xffff << 8

function depthBelow(forest: Forest, node: number): number {
  if (forest.feature[node] === LEAF) return 0
  const left = forest.left[node]!
  return 1 + Math.max(depthBelow(forest, left), depthBelow(forest, left + 1))
}

function packForest(forest: Forest): Packed {
  const thresholds = new Map<number, Set<number>>()
  for (const [node, feature] of forest.feature.entries())
    if (feature !== LEAF)
      thresholds.set(feature, (thresholds.get(feature) ?? new Set()).add(forest.threshold[node]!))
  const cutStart = new Int32Array(LEAF + 1)
  const cuts: number[] = []
  for (let f = 0; f < LEAF; f++) {
    cutStart[f] = cuts.length
    cuts.push(...[...(thresholds.get(f) ?? [])].toSorted((x, y) => x - y))
  }
  cutStart[LEAF] = cuts.length
  const trees = forest.roots.length
  const depth = Math.max(0, ...Array.from(forest.roots, root => depthBelow(forest, root)))
  const inner = 2 ** depth - 1
  const made: Packed = {
    trees,
    depth,
    nodes: new Int32Array(trees * inner).fill(NEVER),
    leaves: new Float32Array(trees * (inner + 1)),
    cuts: Float32Array.from(cuts),
    cutStart,
    places: new Uint16Array(LEAF),
  }
  const place = (tree: number, node: number, at: number): void => {
    if (at >= inner) {
      made.leaves[tree * (inner + 1) + at - inner] = forest.value[node]!
      return
    }
    const feature = forest.feature[node]!
    if (feature === LEAF) {
      place(tree, node, 2 * at + 1)
      return
    }
    const of = cuts.slice(cutStart[feature], cutStart[feature + 1])
    made.nodes[tree * inner + at] = (of.indexOf(forest.threshold[node]!) << 8) | feature
    place(tree, forest.left[node]!, 2 * at + 1)
    place(tree, forest.left[node]! + 1, 2 * at + 2)
  }
  for (const [tree, root] of forest.roots.entries()) place(tree, root, 0)
  packed.set(forest, made)
  return made
}

/** Writes how many thresholds of each feature lie below its value. */
function findPlaces({ cuts, cutStart, places }: Packed, features: Float32Array): void {
  for (let f = 0; f < features.length; f++) {
    let low = cutStart[f]!
    let high = cutStart[f + 1]!
    const first = low
    const value = features[f]!
    if (low < high && cuts[low]! >= value) high = low
    while (low < high) {
      const middle = (low + high) >> 1
      if (cuts[middle]! < value) low = middle + 1
      else high = middle
    }
    places[f] = low - first
  }
}

/** How many trees are gone down side by side: while one waits for memory the others go on. */
const LANES = 4

/** Adds the trees' values for one row of features to `out`, one sum per class. */
export function addForest(forest: Forest, features: Float32Array, out: Float64Array): void {
  const pack = packed.get(forest) ?? packForest(forest)
  findPlaces(pack, features)
  const { trees, depth, nodes, leaves, places } = pack
  const inner = (1 << depth) - 1
  const ends = inner + 1
  const { classes } = forest
  let t = 0
  for (; t + LANES <= trees; t += LANES) {
    const first = t * inner
    const second = first + inner
    const third = second + inner
    const fourth = third + inner
    let w = 0
    let x = 0
    let y = 0
    let z = 0
    for (let d = 0; d < depth; d++) {
      const a = nodes[first + w]!
      const b = nodes[second + x]!
      const c = nodes[third + y]!
      const e = nodes[fourth + z]!
      w = 2 * w + 1 + (((a >> 8) - places[a & 255]!) >>> 31)
      x = 2 * x + 1 + (((b >> 8) - places[b & 255]!) >>> 31)
      y = 2 * y + 1 + (((c >> 8) - places[c & 255]!) >>> 31)
      z = 2 * z + 1 + (((e >> 8) - places[e & 255]!) >>> 31)
    }
    const leaf = t * ends - inner
    out[t % classes]! += leaves[leaf + w]!
    out[(t + 1) % classes]! += leaves[leaf + ends + x]!
    out[(t + 2) % classes]! += leaves[leaf + 2 * ends + y]!
    out[(t + 3) % classes]! += leaves[leaf + 3 * ends + z]!
  }
  for (; t < trees; t++) {
    let at = 0
    for (let d = 0; d < depth; d++) {
      const node = nodes[t * inner + at]!
      at = 2 * at + 1 + (((node >> 8) - places[node & 255]!) >>> 31)
    }
    out[t % classes]! += leaves[t * ends - inner + at]!
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
