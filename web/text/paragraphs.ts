/** A block of a text. `start` is the UTF-16 offset of its first unit in the whole text. */
export type Paragraph = { start: number; text: string }

/** The blocks between empty lines, in order. The line ends between two blocks belong to neither. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = []
  let start = 0
  for (const { index, 0: gap } of text.matchAll(/\n{2,}/g)) {
    if (index > start) found.push({ start, text: text.slice(start, index) })
    start = index + gap.length
  }
  if (start < text.length) found.push({ start, text: text.slice(start) })
  return found
}
