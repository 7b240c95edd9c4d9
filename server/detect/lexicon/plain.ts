const LETTERS: Record<string, string> = { ø: 'o', ł: 'l', ı: 'i', đ: 'd', '’': "'" }

/** A word in lower case without accents: names are written with and without them. */
export function plain(word: string): string {
  const lower = word.toLowerCase()
  if (/^[\x20-\x7e]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłıđ’]/g, letter => LETTERS[letter] ?? letter)
}
