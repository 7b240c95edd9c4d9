/**
 * What near-copies of a text are found by: MinHash values of its shingles, and keys of bands of them, both as signed
 * 32-bit integers. Two texts that share most of their shingles share at least one band almost surely.
 */
export type TextSketch = { hashes: number[]; bands: number[] }

/** Words in a shingle: enough that two reports of the same event share few by chance. */
const SHINGLE = 5

const HASHES = 128

/** Values in a band. Of 32 bands, texts that share half of their shingles have one in common in 7 of 8 cases. */
const BAND = 4

/** Words below which a text says too little: an agency's line of news is in every report of it. */
const FEWEST_WORDS = 40

/** Share of shingles, estimated, from which two texts are copies of one another. */
const COPIES = 0.5

/**
 * The sketch of a text: A. Broder, “On the resemblance and containment of documents” (1997), with the banding of
 * J. Leskovec et al., “Mining of Massive Datasets”, section 3.4. Case, punctuation and white space do not count. Null
 * when the text is too short to say anything.
 */
export function sketchText(text: string): TextSketch | null {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < FEWEST_WORDS) return null
  const hashes = new Int32Array(HASHES).fill(0x7fffffff)
  const codes = words.map(word => hashOf(word))
  for (let at = 0; at + SHINGLE <= codes.length; at++) {
    let shingle = 0
    for (let i = 0; i < SHINGLE; i++) shingle = mix(shingle ^ (codes[at + i] ?? 0))
    for (let i = 0; i < HASHES; i++) {
      const value = mix(shingle ^ Math.imul(i + 1, 0x9e3779b1))
      if (value < (hashes[i] ?? 0)) hashes[i] = value
    }
  }
  const bands = Array.from({ length: HASHES / BAND }, (_, band) => {
    let key = band + 1
    for (let i = 0; i < BAND; i++) key = mix(key ^ (hashes[band * BAND + i] ?? 0))
    return key
  })
  return { hashes: [...hashes], bands }
}

/** The share of shingles that two texts have in common (Jaccard), 0–1, as their sketches tell: within 0.1, mostly. */
export function likenessOfSketches(a: Pick<TextSketch, 'hashes'>, b: Pick<TextSketch, 'hashes'>): number {
  let same = 0
  for (let i = 0; i < HASHES; i++) if (a.hashes[i] === b.hashes[i]) same++
  return same / HASHES
}

/** Whether one text is a copy of the other, a few changes and cuts aside. */
export function areCopies(a: Pick<TextSketch, 'hashes'>, b: Pick<TextSketch, 'hashes'>): boolean {
  return likenessOfSketches(a, b) >= COPIES
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo 1991). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** The finaliser of MurmurHash3 (Appleby 2011): every bit of the input sways every bit of the result. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
