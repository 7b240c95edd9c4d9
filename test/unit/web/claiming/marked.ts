/** A text whose passage stands between ⟦ and ⟧: the text without them, and the passage's offsets. */
export function marked(text: string): { text: string; start: number; end: number } {
  const start = text.indexOf('⟦')
  const end = text.indexOf('⟧') - 1
  return { text: text.replace('⟦', '').replace('⟧', ''), start, end }
}
