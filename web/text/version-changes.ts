import { diffArrays, diffWordsWithSpace } from 'diff'
import { paragraphsOf } from './paragraphs.ts'

/** Words that stand in both versions, or only in the older or the newer one. */
export type Part = { kind: 'same' | 'removed' | 'added'; text: string }

/** Paragraphs that stand in both versions, or one that differs, in the order of the text. */
export type VersionChange = { kind: 'same'; paragraphs: string[] } | { kind: 'changed'; parts: Part[] }

/** Beyond so many edits two paragraphs are rather another text than a changed one. */
const MOST_EDITS = 400

/**
 * What a newer version of a text changed in an older one: first by whole paragraphs, then word by word in those that
 * took the place of others. The parts of all changes without the added ones are the older text's paragraphs, without
 * the removed ones the newer text's.
 */
export function changesBetween(older: string, newer: string): VersionChange[] {
  const changes: VersionChange[] = []
  let removed: string[] = []
  for (const block of diffArrays(wordsOf(older), wordsOf(newer))) {
    if (block.removed) {
      removed = block.value
      continue
    }
    if (block.added) changes.push(...pairUp(removed, block.value))
    else changes.push(...pairUp(removed, []), { kind: 'same', paragraphs: block.value })
    removed = []
  }
  changes.push(...pairUp(removed, []))
  return changes
}

const wordsOf = (text: string) => paragraphsOf(text).map(paragraph => paragraph.text)

/** Paragraphs in the place of others, one by one; those left over are wholly removed or added. */
function pairUp(removed: readonly string[], added: readonly string[]): VersionChange[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => ({
    kind: 'changed',
    parts: partsOf(removed[index] ?? '', added[index] ?? ''),
  }))
}

function partsOf(older: string, newer: string): Part[] {
  const edits = diffWordsWithSpace(older, newer, { maxEditLength: MOST_EDITS })
  if (edits === undefined) return partsOfChange(older, newer)
  const parts: Part[] = []
  let [removed, added] = ['', '']
  for (const [index, { value, ...edit }] of edits.entries()) {
    // Words changed in a row are one change: the space between them belongs to it.
    const between = value.trim() === '' && removed !== '' && added !== '' && index < edits.length - 1
    if (edit.added) added += value
    else if (edit.removed) removed += value
    else if (between) [removed, added] = [removed + value, added + value]
    else {
      parts.push(...partsOfChange(removed, added), { kind: 'same', text: value })
      ;[removed, added] = ['', '']
    }
  }
  return [...parts, ...partsOfChange(removed, added)]
}

const partsOfChange = (removed: string, added: string): Part[] => [
  ...(removed === '' ? [] : [{ kind: 'removed' as const, text: removed }]),
  ...(added === '' ? [] : [{ kind: 'added' as const, text: added }]),
]
