/** A run of letters on a page; x and y in points from the bottom left. */
export type Run = {
  str: string
  x: number
  y: number
  width: number
  fontSize: number
  hasEOL: boolean
}

type Line = { words: string; x: number; y: number; right: number; size: number }

/** Of the size of letters: a gap between runs that is a space, a step up or down that is another line. */
const SPACE = 0.15
const NEXT_LINE = 0.4

/** Of the usual distance of lines: a wider one starts a paragraph. Of the size: so does an indent, or another size. */
const APART = 1.35
const INDENT = 1
const OTHER_SIZE = 0.12

/** Of the width of a page's lines: a line that ends before is the last one of its paragraph. */
const FULL = 0.75

const PAGE_NUMBER = /^(?:(?:page|p\.?)\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/)\s*\d{1,4})?$/i

/** The paragraphs of a page, in the order in which its runs are written. Lines that only count pages are left out. */
export function paragraphsOfPage(runs: readonly Run[]): string[] {
  const lines = withoutPageNumber(linesOf(runs))
  const usual = median(lines.slice(1).map((line, index) => Math.abs((lines[index]?.y ?? 0) - line.y)))
  const right = Math.max(0, ...lines.map(line => line.right))
  const left = Math.min(right, ...lines.map(line => line.x))
  const paragraphs: string[] = []
  let paragraph = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before !== undefined && startsParagraph(before, line, { usual, left, right })) {
      paragraphs.push(paragraph)
      paragraph = ''
    }
    paragraph = joined(paragraph, line.words)
  }
  return [...paragraphs, paragraph].filter(one => one !== '')
}

function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = []
  let line: Line | null = null
  for (const { str, x, y, width, fontSize, hasEOL } of runs) {
    if (
      line !== null &&
      Math.abs(line.y - y) > Math.max(line.size, fontSize, 1) * NEXT_LINE &&
      str.trim() !== ''
    ) {
      lines.push(line)
      line = null
    }
    if (line === null) {
      if (str.trim() !== '') line = { words: str.trimStart(), x, y, right: x + width, size: fontSize }
    } else {
      const gap = x - line.right > fontSize * SPACE && !/\s$/.test(line.words) && !/^\s/.test(str)
      line.words += (gap ? ' ' : '') + str
      if (str.trim() !== '') line.right = x + width
      line.size = Math.max(line.size, fontSize)
    }
    if (hasEOL && line !== null) {
      lines.push(line)
      line = null
    }
  }
  if (line !== null) lines.push(line)
  return lines
    .map(one => ({ ...one, words: one.words.replaceAll(/\s+/g, ' ').trim() }))
    .filter(one => one.words !== '')
}

function withoutPageNumber(lines: readonly Line[]): readonly Line[] {
  const from = PAGE_NUMBER.test(lines[0]?.words ?? '') ? 1 : 0
  const to = lines.length - (PAGE_NUMBER.test(lines.at(-1)?.words ?? '') ? 1 : 0)
  return lines.slice(from, Math.max(from, to))
}

function startsParagraph(
  before: Line,
  line: Line,
  page: { usual: number; left: number; right: number },
): boolean {
  const step = before.y - line.y
  // Back up the page: another column.
  if (step < 0) return !/[\p{Ll},;-]$/u.test(before.words)
  if (Math.abs(before.size - line.size) > Math.max(before.size, line.size) * OTHER_SIZE) return true
  if (page.usual > 0 && step > page.usual * APART) return true
  if (line.x - page.left > line.size * INDENT && before.x - page.left <= line.size * INDENT) return true
  const isShort = before.right - page.left < (page.right - page.left) * FULL
  return isShort && /[.!?:”"’)\]]$/.test(before.words)
}

/** A word cut by a hyphen stays as it is printed: whether the hyphen belongs to it is not known. */
function joined(paragraph: string, line: string): string {
  if (paragraph === '') return line
  return /\p{L}[-\u00ad‐]$/u.test(paragraph) ? `${paragraph}\n${line}` : `${paragraph} ${line}`
}

function median(values: readonly number[]): number {
  const sorted = values.filter(value => value > 0).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
