import type { HowPut } from '#domain/vocabulary.ts'
import { settingOf, withoutQuotations } from './speech.ts'

const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refute[sd]?|rebut(?:s|ted)?|repudiate[sd]?|dispute[sd])\b/i
const NOT_DENIED =
  /(?:\b(?:not|never|without|neither)|n['’]t)\s+(?:\w+\s+)?(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|disput)\w*/i
const ASKS = /\b(?:ask(?:s|ed)|question(?:s|ed)|wonder(?:s|ed)|doubt(?:s|ed)|cast(?:s)? doubt)\b/i
const REPORTS =
  /\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red|according to|(?:is|are|was|were) said to|sources? (?:say|says|said|told)|it is understood)\b/i

/** A guess at how a claim is put, from the words around it: a suggestion to look at, never a finding. */
export function guessHowPut(text: string, start: number, end: number): HowPut {
  const { before, words, after, quoted } = settingOf(text, start, end)
  const around = withoutQuotations(before) + (quoted ? ' ' : words) + withoutQuotations(after)
  if (/\?["”»’']*$/.test(words.trim())) return 'questioned'
  if (DENIES.test(around) && !NOT_DENIED.test(around)) return 'denied'
  if (ASKS.test(around)) return 'questioned'
  if (REPORTS.test(quoted ? words : around)) return 'reported'
  return 'asserted'
}
