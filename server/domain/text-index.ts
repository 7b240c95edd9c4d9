import type { Repair } from './misread.ts'
import { wordKey } from './word-keys.ts'
import { readWords } from './word-runs.ts'

/**
 * A text made ready to look for many quotes. Its words are numbered from 0; `starts` and `ends` are their UTF-16
 * offsets in `clean`, the text with misread characters put right (`repairs`). `words` holds an id for each word's form (equal for spellings whose difference is harmless), `folds` the id
 * of that form in lower case. `joined` holds, for a word that the end of a line may have cut, the id of the whole word.
 * `spellings` knows every word as written, `ids` every form; the word numbers where a lower-case form stands are `places` from `first[id]` to `first[id + 1]`.
 */
export type TextIndex = {
  text: string
  clean: string
  repairs: readonly Repair[]
  starts: Int32Array
  ends: Int32Array
  words: Int32Array
  folds: Int32Array
  joined: ReadonlyMap<number, number>
  spellings: ReadonlyMap<string, number>
  ids: ReadonlyMap<string, number>
  foldOf: readonly number[]
  first: Int32Array
  places: Int32Array
}

/** Make a text ready to look for many quotes in it. Costs one pass over the text. */
export function indexText(text: string): TextIndex {
  const { text: clean, repairs, written, starts, ends, breaks } = readWords(text)
  const ids = new Map<string, number>()
  const foldOf: number[] = []
  const spellings = new Map<string, number>()
  const words = new Int32Array(written.length)
  const folds = new Int32Array(written.length)
  for (let i = 0; i < written.length; i++) {
    const word = written[i] ?? ''
    let id = spellings.get(word)
    if (id === undefined) {
      id = idOf(wordKey(word), ids, foldOf)
      spellings.set(word, id)
    }
    words[i] = id
    folds[i] = foldOf[id] ?? id
  }
  const joined = new Map<number, number>()
  for (const at of breaks) {
    const whole = (written[at] ?? '') + (written[at + 1] ?? '')
    joined.set(at, idOf(wordKey(whole), ids, foldOf))
  }
  return {
    text,
    clean,
    repairs,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    words,
    folds,
    joined,
    spellings,
    ids,
    foldOf,
    ...invert(folds, joined, foldOf),
  }
}

/** How often a lower-case form stands in the text. */
export function countOf(index: TextIndex, fold: number): number {
  return fold < 0 ? 0 : (index.first[fold + 1] ?? 0) - (index.first[fold] ?? 0)
}

function idOf(key: string, ids: Map<string, number>, foldOf: number[]): number {
  const known = ids.get(key)
  if (known !== undefined) return known
  const id = foldOf.length
  ids.set(key, id)
  foldOf.push(id)
  const lower = key.toLowerCase()
  let fold = ids.get(lower)
  if (fold === undefined) {
    fold = foldOf.length
    ids.set(lower, fold)
    foldOf.push(fold)
  }
  foldOf[id] = fold
  return id
}

/** The places of each form in ascending order, by counting sort. */
function invert(
  folds: Int32Array,
  joined: ReadonlyMap<number, number>,
  foldOf: readonly number[],
): { first: Int32Array; places: Int32Array } {
  const first = new Int32Array(foldOf.length + 2)
  const count = (fold: number) => {
    first[fold + 2] = (first[fold + 2] ?? 0) + 1
  }
  for (const fold of folds) count(fold)
  for (const id of joined.values()) count(foldOf[id] ?? id)
  for (let i = 2; i < first.length; i++) first[i] = (first[i] ?? 0) + (first[i - 1] ?? 0)
  const places = new Int32Array(folds.length + joined.size)
  const put = (fold: number, place: number) => {
    const at = first[fold + 1] ?? 0
    places[at] = place
    first[fold + 1] = at + 1
  }
  for (let i = 0; i < folds.length; i++) {
    put(folds[i] ?? 0, i)
    const whole = joined.get(i)
    if (whole !== undefined) put(foldOf[whole] ?? whole, i)
  }
  return { first: first.subarray(0, foldOf.length + 1), places }
}
