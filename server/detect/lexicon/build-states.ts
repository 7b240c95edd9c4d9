import { writeFileSync } from 'node:fs'
import { MOST_STATES, statePhrases } from '../text/state-words.ts'
import { readTokens } from '../text/tokens.ts'
import { pack, packWords, type Section } from './container.ts'
import { type Frame, readFrames } from './read-states.ts'

/** One phrase as the words that are looked for; ANY stands where other words may come between. */
type Pattern = { words: string[]; frame: number; state: number }

/** A node of the tree of patterns. */
type Node = { next: Map<number, Node>; ends: Set<number>; number: number }

const newNode = (): Node => ({ next: new Map(), ends: new Set(), number: -1 })

/** Every phrase of every frame as patterns. */
function patternsOf(frames: readonly Frame[]): Pattern[] {
  return frames.flatMap(({ states }, frame) =>
    states.flatMap(({ phrases }, state) =>
      phrases.flatMap(phrase => statePhrases(readTokens(phrase))).map(words => ({ words, frame, state })),
    ),
  )
}

/** Frame and state in one number. */
const codeOf = ({ frame, state }: Pattern): number => frame * MOST_STATES + state

/** The tree of all patterns as the sections of one file; the same frames give the same bytes. */
export function buildStates(frames: readonly Frame[]): Record<string, Section> {
  const patterns = patternsOf(frames)
  const words = [...new Set(patterns.flatMap(({ words }) => words))].toSorted()
  const idOf = new Map(words.map((word, id) => [word, id]))
  const root = newNode()
  for (const pattern of patterns) {
    let node = root
    for (const word of pattern.words) {
      const id = idOf.get(word)!
      let next = node.next.get(id)
      if (next === undefined) {
        next = newNode()
        node.next.set(id, next)
      }
      node = next
    }
    node.ends.add(codeOf(pattern))
  }
  const nodes: Node[] = [root]
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    node.number = i
    for (const [, next] of [...node.next].toSorted(([x], [y]) => x - y)) nodes.push(next)
  }
  const [edgeStart, edgeWord, edgeTo, endStart, ends]: number[][] = [[], [], [], [], []]
  for (const node of nodes) {
    edgeStart!.push(edgeWord!.length)
    endStart!.push(ends!.length)
    for (const [word, next] of [...node.next].toSorted(([x], [y]) => x - y)) {
      edgeWord!.push(word)
      edgeTo!.push(next.number)
    }
    ends!.push(...[...node.ends].toSorted((x, y) => x - y))
  }
  edgeStart!.push(edgeWord!.length)
  endStart!.push(ends!.length)
  return {
    words: packWords(words),
    edgeStart: Int32Array.from(edgeStart!),
    edgeWord: Uint16Array.from(edgeWord!),
    edgeTo: Int32Array.from(edgeTo!),
    endStart: Int32Array.from(endStart!),
    ends: Uint16Array.from(ends!),
    lasting: Uint8Array.from(frames, ({ lasting }) => (lasting ? 1 : 0)),
    states: Uint8Array.from(frames, ({ states }) => states.length),
  }
}

if (import.meta.main) {
  const frames = readFrames()
  const bytes = pack(buildStates(frames))
  writeFileSync(new URL('../weights/states.bin', import.meta.url), bytes)
  const phrases = frames.flatMap(({ states }) => states.flatMap(state => state.phrases)).length
  console.log(`${frames.length} frames, ${phrases} phrases, ${bytes.length} bytes`)
}
