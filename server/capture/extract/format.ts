import { unreadable } from './extracted.ts'

/** The kinds of documents that a source can be made of. */
export type Format = 'html' | 'pdf' | 'docx' | 'text' | 'markdown'

/** What is known of bytes besides themselves: each may be wrong, or null. `type` is a media type without parameters. */
export type Hints = {
  type: string | null
  charset: string | null
  /** Of the file. */
  name: string | null
  /** Where it came from, for relative addresses. */
  url: string | null
}

/** Megabytes of 10⁶ bytes. */
export const MOST_MEGABYTES = { html: 10, text: 10, markdown: 10, pdf: 25, docx: 25 } satisfies Record<
  Format,
  number
>
export const MOST_BYTES = Math.max(...Object.values(MOST_MEGABYTES)) * 1_000_000

const ACCEPTED = 'HTML, PDF, DOCX, TXT and Markdown are read.'

/** What other files begin with, and what to do with them. */
const OTHERS: readonly [start: string, why: string][] = [
  ['\u00d0\u00cf\u0011\u00e0', 'It is an old Word file (DOC). Save it as DOCX or PDF first.'],
  ['{\\rtf', 'It is a rich text file (RTF). Save it as DOCX or PDF first.'],
  ['\u0089PNG', `It is a picture. Run text recognition first, or paste its words. ${ACCEPTED}`],
  ['\u00ff\u00d8\u00ff', `It is a picture. Run text recognition first, or paste its words. ${ACCEPTED}`],
  ['GIF8', `It is a picture. Run text recognition first, or paste its words. ${ACCEPTED}`],
  ['Rar!', `It is an archive. Unpack it and add the document itself. ${ACCEPTED}`],
  ['\u001f\u008b', `It is an archive. Unpack it and add the document itself. ${ACCEPTED}`],
  ['7z\u00bc', `It is an archive. Unpack it and add the document itself. ${ACCEPTED}`],
]

const MARKUP = /<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)[\s/>]/i

/** The format of a document, by its first bytes before what it is said to be. Throws when it is none that can be read. */
export function formatOf(bytes: Uint8Array, { type, name }: Pick<Hints, 'type' | 'name'>): Format {
  if (bytes.length === 0) throw unreadable('The file is empty. Choose another one.')
  const start = String.fromCharCode(...bytes.subarray(0, 1_024))
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004')) return 'docx'
  const other = OTHERS.find(([first]) => start.startsWith(first))
  if (other) throw unreadable(other[1])
  const ending = /\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  if (type === 'application/pdf' || ending === 'pdf')
    throw unreadable(
      'It is called a PDF, but is none: it is damaged, or not loaded in full. Open and save it again.',
    )
  if (ending === 'md' || ending === 'markdown' || type === 'text/markdown') return 'markdown'
  if (type === 'text/html' || type === 'application/xhtml+xml' || /^(x?html?|mhtml)$/.test(ending))
    return 'html'
  if (ending === 'txt' || type === 'text/plain') return 'text'
  if (MARKUP.test(start.replaceAll('\0', ''))) return 'html'
  if (type === null || type.startsWith('text/') || type === 'application/octet-stream') return 'text'
  throw unreadable(`It is of the type ${type}, which cannot be read. ${ACCEPTED}`)
}

/** Refuses documents that would take too long to read. */
export function refuseTooLarge(bytes: Uint8Array, format: Format): void {
  const most = MOST_MEGABYTES[format]
  if (bytes.length > most * 1_000_000)
    throw unreadable(
      `It has ${(bytes.length / 1_000_000).toFixed(1)} MB; the limit for this kind of file is ${most} MB. Save the part that matters, or paste its words.`,
    )
}
