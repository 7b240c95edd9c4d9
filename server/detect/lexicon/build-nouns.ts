import { readFileSync, writeFileSync } from 'node:fs'
import { pack, packWords, type Section } from './container.ts'

/** Nouns that mean the same in the news, and the more general ones that are said of all of them. */
export type NounGroup = { same: string[]; above: string[] }

const WORD = /^\^?[a-z]+$/

/**
 * Reads the lines `word; word; ^word` of nouns.txt: words that mean nearly the same, then, each marked with a caret, those that mean more
 * than they. Throws, naming the line, where a line has another form or a single word.
 */
export function parseNouns(text: string): NounGroup[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const words = line.split('; ')
      const same = words.filter(word => !word.startsWith('^'))
      if (words.length < 2 || same.length === 0 || words.some(word => !WORD.test(word)))
        throw new Error(`nouns.txt, line ${i + 1}: expected "word; word; ^word"`)
      return { same, above: words.filter(word => word.startsWith('^')).map(word => word.slice(1)) }
    })
}

/** The groups of nouns.txt. */
export const readNouns = (): NounGroup[] =>
  parseNouns(readFileSync(new URL('./nouns.txt', import.meta.url), 'utf8'))

const SAME = 1
const ABOVE = 2

/** Every two nouns of a group as the sections of one file: 1 where they mean the same, 2 where the second is above. The same groups give the same bytes. */
export function buildNouns(groups: readonly NounGroup[]): Record<string, Section> {
  const words = [...new Set(groups.flatMap(({ same, above }) => [...same, ...above]))].toSorted()
  const idOf = new Map(words.map((word, id) => [word, id]))
  const [first, second, kind]: [number[], number[], number[]] = [[], [], []]
  const add = (a: string, b: string, how: number): void => {
    first.push(idOf.get(a)!)
    second.push(idOf.get(b)!)
    kind.push(how)
  }
  for (const { same, above } of groups)
    for (const [i, word] of same.entries()) {
      for (const other of same.slice(i + 1)) add(word, other, SAME)
      for (const other of above) add(word, other, ABOVE)
    }
  return {
    words: packWords(words),
    first: Uint16Array.from(first),
    second: Uint16Array.from(second),
    kind: Uint8Array.from(kind),
  }
}

if (import.meta.main) {
  const groups = readNouns()
  const sections = buildNouns(groups)
  const bytes = pack(sections)
  writeFileSync(new URL('../weights/nouns.bin', import.meta.url), bytes)
  console.log(`${groups.length} groups, ${sections['kind']!.length} pairs, ${bytes.length} bytes`)
}
