import { fullName, NAME, type NamedSpeaker, readName } from './names.ts'
import { SAYING, settingOf, withoutQuotations } from './speech.ts'

const ADVERB =
  '(?:(?:also|later|then|has|had|have|previously|reportedly|publicly|flatly|repeatedly|\\w+ly) )*'
const SOMEBODY =
  "(?:[\\p{L}’'.-]+ ){0,3}(?:officials?|spokes(?:man|woman|person)|diplomats?|sources?|ministry|government|administration|agency|department|embassy|police|military|army|council|committee|court|company|union)"
const INVERTED =
  'says?|said|added|wrote|asked|insisted|warned|tweeted|explained|argued|declared|replied|announced|claimed'

const NAMED = new RegExp(`(${NAME})(?:, ([^“”".,;]{3,90}?),?)? ${ADVERB}(?:${SAYING})(?![\\p{L}])`, 'gu')
const ACCORDING = new RegExp(`[Aa]ccording to (?:the )?(${NAME})`, 'gu')
const UNNAMED = new RegExp(`(?<![\\p{L}])(${SOMEBODY}) ${ADVERB}(?:${SAYING})(?![\\p{L}])`, 'gu')
const AFTER_QUOTE = new RegExp(`^[”"»’',.\\s]*(?:${INVERTED}) (${NAME})(?:, ([^“”".,;]{3,90}))?`, 'u')
const PRONOUN = new RegExp(`(?<![\\p{L}])(?:[Hh]e|[Ss]he) ${ADVERB}(?:${SAYING})(?![\\p{L}])`, 'gu')

/** How far back the person behind a “he said” is looked for, in UTF-16 units. */
const MEMORY = 2_000

type Found = { speaker: NamedSpeaker | null; distance: number }

/**
 * Who may have said a passage, the likeliest first, from what stands around it: “…” Ann Lee said, said Ann Lee, according
 * to Ann Lee, she said. Names are given in full when the text does so anywhere. Empty when nobody is named.
 */
export function suggestSpeakers(text: string, start: number, end: number): NamedSpeaker[] {
  const { before, words, after, quoted } = settingOf(text, start, end)
  const inverted = AFTER_QUOTE.exec(after)
  const found: Found[] = [
    ...(inverted ? [{ speaker: readName(inverted[1] ?? '', inverted[2]), distance: 0 }] : []),
    ...namesIn(withoutQuotations(after)).map(({ speaker, at }) => ({ speaker, distance: at })),
    ...(quoted
      ? []
      : namesIn(withoutQuotations(words)).map(({ speaker, at }) => ({ speaker, distance: at }))),
    // What follows a quotation names its speaker more often than what leads to it.
    ...namesIn(withoutQuotations(before)).map(({ speaker, at }) => ({
      speaker,
      distance: before.length - at + 40,
    })),
  ]
  const near = found.toSorted((a, b) => a.distance - b.distance)
  const speakers = near.flatMap(
    ({ speaker }) => speaker ?? rememberedSpeaker(text, start - before.length) ?? [],
  )
  // A quotation that stands alone goes on with the speaker before it.
  const alone = !/\p{L}/u.test(withoutQuotations(before) + withoutQuotations(after))
  const earlier =
    speakers.length === 0 && quoted && alone ? rememberedSpeaker(text, start - before.length) : null
  const all = [...speakers, ...(earlier ? [earlier] : [])].map(speaker => ({
    ...speaker,
    name: fullName(text, speaker.name),
  }))
  return all
    .filter((speaker, index) => all.findIndex(other => other.name === speaker.name) === index)
    .slice(0, 3)
}

/** Everybody a stretch of an article says something of; null stands for a “he” or “she”. */
function namesIn(stretch: string): { speaker: NamedSpeaker | null; at: number }[] {
  const named = [...stretch.matchAll(NAMED), ...stretch.matchAll(ACCORDING)].flatMap(match => {
    const speaker = readName(match[1] ?? '', match[2])
    return speaker ? [{ speaker, at: match.index }] : []
  })
  const unnamed = [...stretch.matchAll(UNNAMED)].flatMap(match => {
    const name = (match[1] ?? '').replace(/^.*?(?<![\p{L}])(?:an?|the|one|some|that|but|and|as) /iu, '')
    const organisation =
      /(?:ministry|government|administration|agency|department|embassy|police|military|army|council|committee|court|company|union)$/.test(
        name,
      )
    const speaker: NamedSpeaker = {
      name: name.charAt(0).toUpperCase() + name.slice(1),
      role: '',
      kind: organisation ? 'organisation' : 'person',
    }
    return named.some(other => Math.abs(other.at - match.index) < 3) ? [] : [{ speaker, at: match.index }]
  })
  const pronouns = [...stretch.matchAll(PRONOUN)].map(match => ({ speaker: null, at: match.index }))
  return [...named, ...unnamed, ...pronouns]
}

/** The person an article last said something of before a place. */
function rememberedSpeaker(text: string, offset: number): NamedSpeaker | null {
  const people = namesIn(withoutQuotations(text.slice(Math.max(0, offset - MEMORY), offset)))
  const named = people.filter(({ speaker }) => speaker?.kind === 'person' && speaker.name.length > 2)
  return named.toSorted((a, b) => b.at - a.at)[0]?.speaker ?? null
}
