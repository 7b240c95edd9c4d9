/** A line of a page: its words, and where it stands in points from the bottom left. */
export type PdfLine = { words: string; x?: number; y: number; size?: number }

/** A PDF 1.4 of those pages in Helvetica, written by hand: enough of the format for words at places. */
export function makePdf(
  pages: readonly (readonly PdfLine[])[],
  info: Record<string, string> = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_page, index) => `${4 + index * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [index, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ words, x = 72, y, size = 12 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escape(words)}) Tj ET`,
      )
      .join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${escape(value)})`)
      .join(' ')} >>`,
  )
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Uint8Array.from(file, character => character.charCodeAt(0))
}

const escape = (words: string) => words.replaceAll(/[\\()]/g, '\\$&')

/** Lines one under the other from the top of a page, as a paragraph is set. */
export function setLines(lines: readonly string[], top = 760): PdfLine[] {
  return lines.map((words, index) => ({ words, y: top - index * 15 }))
}
