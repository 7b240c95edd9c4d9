const LONGEST = 80

/**
 * The part of a permalink that names a thing: lower-case words joined by hyphens, at most 80 UTF-16 units, cut between
 * words where that is possible. Latin letters lose their accents; letters of other scripts stay as they are. `untitled`
 * when the text holds no letter and no digit.
 */
export function slugify(text: string): string {
  return cut(plain(text), LONGEST) || 'untitled'
}

/** Slugs to try in turn, each at most 80 units: `x`, `x-2`, `x-3` and so on without end, none twice. */
export function* slugCandidates(text: string): Generator<string, never, void> {
  const slug = slugify(text)
  yield slug
  for (let number = 2; ; number++) {
    const candidate = `${cut(slug, LONGEST - `-${number}`.length)}-${number}`
    if (candidate !== slug) yield candidate
  }
}

/** Latin letters that do not come apart into a letter and its accent. */
const SPELT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'ng',
  ŧ: 't',
  ſ: 's',
  ƀ: 'b',
  ɓ: 'b',
  ƈ: 'c',
  ɖ: 'd',
  ɗ: 'd',
  ǝ: 'e',
  ə: 'e',
  ɛ: 'e',
  ƒ: 'f',
  ɠ: 'g',
  ɣ: 'g',
  ɨ: 'i',
  ƙ: 'k',
  ƚ: 'l',
  ɲ: 'n',
  ɔ: 'o',
  ɵ: 'o',
  ʂ: 's',
  ƭ: 't',
  ʉ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
}

function plain(text: string): string {
  return text
    .replaceAll(/['’ʼ‘`´]|\p{Cf}/gu, '')
    .normalize('NFKD')
    .replaceAll(/([\p{Script=Latin}\p{N}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\p{Script=Latin}/gu, letter => SPELT[letter] ?? letter)
    .replaceAll(/(\d),(?=\d{3}(?!\d))|ʼ/g, '$1')
    .replaceAll('&', ' and ')
    .replaceAll(/(?<![\p{L}\p{M}])\p{M}+|[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^-+|-+$|(-)-+/g, '$1')
}

/** Shortens to at most `longest` units at a hyphen, else between two characters. */
function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug
  const boundary = slug.lastIndexOf('-', longest)
  if (boundary > 0) return slug.slice(0, boundary)
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(slug)) {
    if (kept.length + segment.length > longest) break
    kept += segment
  }
  return kept || slug.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
}
