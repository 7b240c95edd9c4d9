/** Windows-1252 bytes 0x80–0x9F as code points (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** UTF-8 read as Windows-1252 (`â€™`, `Ã©`), and HTML character references that were never decoded. */
const MISREAD = new RegExp(
  String.raw`&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,8});|[ÂÃÄÅ][\u0080-\u00BF${WINDOWS_1252}]|â[\u0080€\u0082‚\u0084„][\u0080-\u00BF${WINDOWS_1252}]`,
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
 * Put right what a wrong decoder left in a text: the UTF-8 sequences of Latin letters and of punctuation read as
 * Windows-1252, and undecoded HTML character references. Sequences that stand in real text are left alone.
 */
export function repairMisread(text: string): Repaired {
  const repairs: Repair[] = []
  let repaired = ''
  let done = 0
  for (const match of text.matchAll(MISREAD)) {
    const char = decode(match[0])
    if (char === null) continue
    repaired += text.slice(done, match.index)
    done = match.index + match[0].length
    repairs.push({
      start: repaired.length,
      end: repaired.length + char.length,
      wasStart: match.index,
      wasEnd: done,
    })
    repaired += char
  }
  return repairs.length === 0 ? { text, repairs } : { text: repaired + text.slice(done), repairs }
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

function decode(sequence: string): string | null {
  if (sequence.startsWith('&#')) {
    const hex = sequence[2] === 'x' || sequence[2] === 'X'
    const point = Number.parseInt(sequence.slice(hex ? 3 : 2, -1), hex ? 16 : 10)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : null
  }
  if (sequence.startsWith('&')) {
    const mark = MARKS.get(sequence.slice(2, -1))
    return mark ? (sequence.charAt(1) + mark).normalize() : (REFERENCES.get(sequence.slice(1, -1)) ?? null)
  }
  let point = byteOf(sequence, 0) & (sequence.length === 2 ? 0x1f : 0x0f)
  for (let i = 1; i < sequence.length; i++) point = (point << 6) | (byteOf(sequence, i) & 0x3f)
  return String.fromCodePoint(point)
}

function byteOf(sequence: string, at: number): number {
  const special = WINDOWS_1252.indexOf(sequence.charAt(at))
  return special < 0 ? sequence.charCodeAt(at) : special + 0x80
}
