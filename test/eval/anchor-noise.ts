import type { Random } from './random.ts'

/** One way in which a text changes although its words do not. */
export type Noise = (text: string, random: Random) => string

/** White space and line ends: what another layout, a PDF or a text mail makes of the same words. */
export const REFLOWS: Record<string, Noise> = {
  wrapped: text => text.replace(/[^\n]{30,45}? /g, line => `${line.trimEnd()}\n`),
  indented: text => text.replaceAll(' ', '  ').replaceAll('\n', '\n    '),
  noBreak: (text, random) => text.replaceAll(' ', () => random.pick([' ', '\u00A0', '\u2009', '\u202F'])),
  oneLine: text => text.replaceAll(/\n+/g, ' '),
  blankLines: text => text.replaceAll(/([.!?。]) /g, '$1\n\n'),
  windows: text => text.replaceAll('\n', '\r\n'),
  hyphenated: (text, random) =>
    text.replaceAll(/[\p{sc=Latn}\p{sc=Cyrl}]{8,}/gu, word => {
      const at = 3 + random.below(word.length - 6)
      return random.below(3) === 0 ? `${word.slice(0, at)}-\n${word.slice(at)}` : word
    }),
  ideographic: text => text.replaceAll(' ', '\u3000'),
}

/** The same punctuation in the style of another house or language. */
export const PUNCTUATION: Record<string, Noise> = {
  straight: text => swap(text, '“” ‘’ «» „“', ['"', "'", '"', '"']).replaceAll('’', "'"),
  curly: text =>
    text
      .replaceAll(/"([^"]*)"/g, '“$1”')
      .replaceAll(/'/g, '’')
      .replaceAll('«', '“')
      .replaceAll('»', '”'),
  german: text => text.replaceAll(/[“«]/g, '„').replaceAll(/[”»]/g, '“'),
  french: text => text.replaceAll(/[“„]/g, '«\u00A0').replaceAll('”', '\u00A0»'),
  corner: text => text.replaceAll(/[“«„]/g, '「').replaceAll(/[”»]/g, '」'),
  dashes: text => text.replaceAll(/[–—]/g, '-'),
  longDashes: text => text.replaceAll(' – ', '—').replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '‑'),
  ellipsis: text => text.replaceAll('…', '...').replaceAll('...', '. . .'),
  halfWidth: text => swap(text, '，。：（）、', [',', '. ', ': ', ' (', ')', ',']).replaceAll('،', ','),
  fullWidth: text =>
    text.replaceAll('?', '？').replaceAll('!', '！').replaceAll(';', '；').replaceAll('(', '（'),
}

/** What wrong or old encodings, fonts and templates leave behind. */
export const ENCODINGS: Record<string, Noise> = {
  decomposed: text => text.normalize('NFD'),
  composed: text => text.normalize('NFC'),
  zeroWidth: sprinkle(['\u200B', '\uFEFF', '\u2060', '\u200E']),
  softHyphens: sprinkle(['\u00AD']),
  ligatures: text =>
    text
      .replaceAll('ffi', 'ﬃ')
      .replaceAll('fi', 'ﬁ')
      .replaceAll('fl', 'ﬂ')
      .replaceAll('ff', 'ﬀ')
      .replaceAll('œ', 'oe'),
  fullWidth: text =>
    text.replaceAll(/[0-9A-Za-z]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  misread: text =>
    text.replaceAll(/[\u00A0-\u00FF]|[–—‘’“”…•]/g, char =>
      Array.from(new TextEncoder().encode(char), byte => windows.decode(Uint8Array.of(byte))).join(''),
    ),
  latin1: text => text.replaceAll(/[‘’“”–—]/g, char => LATIN1[char] ?? char),
  references: (text, random) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll(' ', () => (random.below(4) === 0 ? '&nbsp;' : ' '))
      .replaceAll(/[’“”é–]/g, char => `&#${char.charCodeAt(0)};`)
      .replaceAll(/[öüä]/g, char => `&${char.normalize('NFD').charAt(0)}uml;`),
}

const windows = new TextDecoder('windows-1252')
const LATIN1: Record<string, string> = {
  '‘': '\u0091',
  '’': '\u0092',
  '“': '\u0093',
  '”': '\u0094',
  '–': '\u0096',
  '—': '\u0097',
}

function swap(text: string, signs: string, by: string[]): string {
  const groups = signs.includes(' ') ? signs.split(' ') : Array.from(signs)
  return groups.reduce(
    (done, group, i) => Array.from(group).reduce((part, sign) => part.replaceAll(sign, by[i] ?? sign), done),
    text,
  )
}

function sprinkle(signs: string[]): Noise {
  return (text, random) =>
    text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, () => (random.below(6) === 0 ? random.pick(signs) : ''))
}
