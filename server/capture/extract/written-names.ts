import { LIMITS } from '#contract/text.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Words of metadata on one line, with entities that were written twice read; null when none are left. */
export function cleanWords(text: string | null | undefined): string | null {
  const words = (text ?? '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, readEntity)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return words === '' ? null : words.slice(0, LIMITS.title).toWellFormed()
}

function readEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity
  const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

const BY = /^(?:words\s+by|written\s+by|reported\s+by|posted\s+by|by|von|par|por|di)[\s:]+/i
const LONGEST_NAME = 100

/** The name in an author's field; null when it is an address, a handle or nothing. `Last, First` is put in order. */
export function personName(written: string | null): string | null {
  const name = (cleanWords(written) ?? '').replace(BY, '').replace(/[\s,;|·•–-]+$/, '')
  if (name === '' || name.length > LONGEST_NAME || /^https?:|^www\.|^@|@\w+\.\w/.test(name)) return null
  const [, last, first] =
    /^([^,\s]+), ((?:[\p{Lu}][\p{L}.'’-]*)(?: [\p{Lu}][\p{L}.'’-]*){0,2})$/u.exec(name) ?? []
  return last !== undefined && first !== undefined ? `${first} ${last}` : name
}

/** The names in a byline as a reader sees it: `By Ada Lowe, Ben Okri and Cy Park in Baghdad`. Empty when it holds none. */
export function namesInByline(byline: string): string[] {
  const words = (cleanWords(byline) ?? '').replace(BY, '')
  const names = words
    .split(/\s*(?:,|;|\||·|•|&|\band\b|\bund\b|\bet\b)\s*/)
    .map(part => personName(part.replace(/\s+(?:in|at|for|from)\s+.*$/, '')))
    .filter(name => name !== null)
    // A name is capitalised words; a title or a date beside it is not.
    .filter(name =>
      /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|den|al|bin|da|la|le|du)){1,4}$/u.test(
        name,
      ),
    )
  return [...new Set(names)].slice(0, 20)
}
