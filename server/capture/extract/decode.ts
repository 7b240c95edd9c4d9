import sniffEncoding from 'html-encoding-sniffer'

/** Bytes looked through for a declaration, and for what a text without one is written in. */
const PRESCAN_BYTES = 4_096

/** Encodings that decode to nothing of use. */
const USELESS = new Set(['replacement', 'x-user-defined'])

/** Share of characters that may be broken before a declared UTF-8 is not believed. */
const BROKEN = 0.001

/**
 * Decodes a text: by its byte order mark; as UTF-8 wherever it is valid UTF-8, whatever it claims to be; then by
 * `charset` of the transport, then by its own declaration (WHATWG, HTML, encoding sniffing algorithm), else as
 * Windows-1252. What cannot be decoded becomes U+FFFD; never throws.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const unmarked = wideEncoding(bytes)
  if (unmarked !== null) return decode(bytes, unmarked)
  if (!hasWideMark(bytes)) {
    const plain = decodeStrictly(bytes)
    if (plain !== null) return plain
  }
  const encoding = sniffEncoding(bytes, {
    ...(charset !== null && { transportLayerEncodingLabel: charset }),
    defaultEncoding: 'windows-1252',
    maxPrescanBytes: PRESCAN_BYTES,
  })
  if (USELESS.has(encoding)) return decode(bytes, 'windows-1252')
  const text = decode(bytes, encoding)
  return encoding.toLowerCase() === 'utf-8' && isBroken(text) ? decode(bytes, 'windows-1252') : text
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // The escape sequences of ISO-2022 are ASCII.
    return text.includes('\u001b') ? null : text
  } catch {
    return null
  }
}

const hasWideMark = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** UTF-16 without a mark: every other byte of Latin letters is zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (hasWideMark(bytes)) return null
  const looked = Math.min(bytes.length, PRESCAN_BYTES) & ~1
  if (looked < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const most = (looked / 2) * 0.7
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

function isBroken(text: string): boolean {
  let broken = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken++
  return broken > Math.max(2, text.length * BROKEN)
}
