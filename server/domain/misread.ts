/** Windows-1252 bytes 0x80–0x9F as code points (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const NEXT = String.raw`[\u0080-\u00BF${WINDOWS_1252}]`

/** One UTF-8 sequence of several bytes, each read as a Windows-1252 character. */
const SEQUENCE = new RegExp(`[Â-ß]${NEXT}|[à-ï]${NEXT}{2}|[ð-ô]${NEXT}{3}`, 'g')

/**
 * HTML character references, and UTF-8 read as Windows-1252: the sequences that real text does not hold one by one
 * (`â€™`, `Ã©`, `Ð½`), and any others only in a row.
 */
const MISREAD = new RegExp(
  String.raw`&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,8});|(?:${SEQUENCE.source}){2,}|[ÂÃÄÅÐÑ]${NEXT}|â[\u0080€\u0082‚\u0084„]${NEXT}`,
  'g',
)

const REFERENCES = new Map(
  'amp& lt< gt> quot" apos\' nbsp\u00A0 shy\u00AD hellip… bull• lsquo‘ rsquo’ ldquo“ rdquo” sbquo‚ bdquo„ laquo« raquo» ndash– mdash— minus− zwj\u200D zwnj\u200C euro€ pound£ copy© reg® szligß aeligæ AEligÆ oeligœ OEligŒ oslashø OslashØ'
    .split(' ')
    .map(entry => [entry.slice(0, -1), entry.slice(-1)]),
)

/** References to letters with a mark: `&eacute;`, `&Uuml;`. */
const MARKS = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030A'],
  ['caron', '\u030C'],
  ['cedil', '\u0327'],
])

/** Characters that were put right: where they stand in the repaired text, and where in the original. */
export type Repair = { start: number; end: number; wasStart: number; wasEnd: number }

/** A text with misread characters put right, and where they were. */
export type Repaired = { text: string; repairs: Repair[] }

/** The code point of a Windows-1252 byte; of a byte without one the byte itself. */
export function readByte(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte
}

/**
 * Put right what a wrong decoder left in a text: UTF-8 sequences read as Windows-1252, and undecoded HTML character
 * references. Sequences that may stand in real text are left alone.
 */
export function repairMisread(text: string): Repaired {
  const repairs: Repair[] = []
  let repaired = ''
  let done = 0
  for (const match of text.matchAll(MISREAD)) {
    const isReference = match[0].startsWith('&')
    for (const part of isReference ? [match] : match[0].matchAll(SEQUENCE)) {
      const wasStart = match.index + (isReference ? 0 : part.index)
      const wasEnd = wasStart + part[0].length
      const char = isReference ? decodeReference(part[0]) : decodeBytes(part[0])
      if (char === null) continue
      repaired += text.slice(done, wasStart) + char
      repairs.push({ start: repaired.length - char.length, end: repaired.length, wasStart, wasEnd })
      done = wasEnd
    }
  }
  return { text: repairs.length === 0 ? text : repaired + text.slice(done), repairs }
}

/** The offset in the original text of an offset in the repaired one. */
export function originalOffset(repairs: readonly Repair[], offset: number): number {
  if (repairs.length === 0) return offset
  let low = 0
  let high = repairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((repairs[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const inside = repairs[low]
  if (inside && inside.start < offset) return inside.wasStart
  const last = repairs[low - 1]
  return last ? last.wasEnd + offset - last.end : offset
}

function decodeReference(reference: string): string | null {
  if (!reference.startsWith('&#')) {
    const mark = MARKS.get(reference.slice(2, -1))
    return mark ? (reference.charAt(1) + mark).normalize() : (REFERENCES.get(reference.slice(1, -1)) ?? null)
  }
  const hex = reference[2] === 'x' || reference[2] === 'X'
  return charOf(Number.parseInt(reference.slice(hex ? 3 : 2, -1), hex ? 16 : 10))
}

function decodeBytes(sequence: string): string | null {
  let point = byteOf(sequence, 0) & (0x7f >> sequence.length)
  for (let i = 1; i < sequence.length; i++) point = (point << 6) | (byteOf(sequence, i) & 0x3f)
  const least = [0, 0, 0x80, 0x800, 0x10000][sequence.length] ?? 0
  return point < least ? null : charOf(point)
}

function charOf(point: number): string | null {
  const valid = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return valid ? String.fromCodePoint(point) : null
}

function byteOf(sequence: string, at: number): number {
  const special = WINDOWS_1252.indexOf(sequence.charAt(at))
  return special < 0 ? sequence.charCodeAt(at) : special + 0x80
}
