import { detectAll } from 'tinyld'

/** Texts shorter than this say too little; of longer ones the beginning is enough. UTF-16 units. */
const SHORTEST = 40
const ENOUGH = 5_000

/** Share of the guess that must speak for a language. */
const SURE = 0.3

/** RFC 5646 in the shapes that sources are stored with. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i

/** A language tag as documents write it (`en_GB`, `EN-gb`, `en; q=1`), as it is stored; null when it is none. */
export function languageTag(written: string | null | undefined): string | null {
  const tag =
    (written ?? '')
      .trim()
      .replaceAll('_', '-')
      .split(/[,;\s.@]/)[0] ?? ''
  if (!TAG.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** The language a text is most likely written in; null when it is too short to say, or nothing speaks for one. */
export function detectLanguage(text: string): string | null {
  if (text.length < SHORTEST) return null
  const [best] = detectAll(text.slice(0, ENOUGH))
  return best !== undefined && best.accuracy >= SURE ? languageTag(best.lang) : null
}
