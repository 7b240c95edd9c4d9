/** Controls other than tab and line feed: the server refuses them, and nobody can see them. */
const CONTROL = /[^\P{Cc}\t\n]/gu

/** A pasted or dropped text as it can be checked: one kind of line end, no character that cannot be stored. */
export function cleanDraft(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL, '').toWellFormed()
}

const FILE = /\.(?:txt|text|md|markdown)$/i

/** The text of a file that was dropped or chosen; null when it is not a text. What is no UTF-8 is read as Windows wrote it. */
export async function readDraftFile(file: File): Promise<string | null> {
  if (!FILE.test(file.name) && !file.type.startsWith('text/plain')) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  return cleanDraft(decode(bytes))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
