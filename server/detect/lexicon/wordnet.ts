import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Reads WordNet's database files (format: the manual pages wndb(5WN) and wninput(5WN)). */

export type PartOfSpeech = 'n' | 'v' | 'a' | 'r'
const FILES: Record<PartOfSpeech, string> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' }

export type Pointer = { symbol: string; synset: string; from: number; to: number }
export type Synset = { id: string; lexFile: number; words: string[]; pointers: Pointer[] }

function readLines(folder: string, file: string): string[] {
  return readFileSync(path.join(folder, file), 'latin1')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith(' '))
}

function readSynset(line: string, pos: PartOfSpeech): Synset {
  const fields = (line.split(' | ')[0] ?? '').split(' ')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words: string[] = []
  for (let i = 0; i < count; i++) words.push((fields[4 + 2 * i] ?? '').toLowerCase().replace(/\(.*\)$/, ''))
  let at = 4 + 2 * count
  const pointerCount = Number(fields[at])
  const pointers: Pointer[] = []
  for (let i = 0; i < pointerCount; i++) {
    const [symbol = '', offset = '', target = '', ends = '0000'] = fields.slice(at + 1, at + 5)
    const synset = `${target === 's' ? 'a' : target}${offset}`
    pointers.push({
      symbol,
      synset,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    })
    at += 4
  }
  return { id: `${pos}${fields[0]}`, lexFile: Number(fields[1]), words, pointers }
}

/** Every synset by its id, the part of speech and the offset ("n00001740"). */
export function readSynsets(folder: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const pos of ['n', 'v', 'a', 'r'] as const)
    for (const line of readLines(folder, `data.${FILES[pos]}`)) {
      const synset = readSynset(line, pos)
      synsets.set(synset.id, synset)
    }
  return synsets
}

/** For each lemma of a part of speech its synsets, the most frequent sense first. */
export function readIndex(folder: string, pos: PartOfSpeech): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const line of readLines(folder, `index.${FILES[pos]}`)) {
    const fields = line.trim().split(' ')
    const senses = Number(fields[2])
    index.set(
      fields[0] ?? '',
      fields.slice(-senses).map(offset => `${pos}${offset}`),
    )
  }
  return index
}
