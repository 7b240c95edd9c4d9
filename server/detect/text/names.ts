import { tags, WORD_COUNT, wordId } from '../lexicon/lexicon.ts'
import { LIMITS, type NameMention } from './analysis.ts'
import { longestAt } from './known-names.ts'
import { NATIONS } from './nations.ts'
import type { Tokens } from './tokens.ts'

const TITLES = new Set(
  'mr mrs ms dr sir lord lady president minister king queen prince princess captain colonel general major sergeant judge justice senator mayor governor bishop pope saint st professor chairman councillor deputy'.split(
    ' ',
  ),
)
const JOINING = new Set(['of', 'the', 'al', 'de', 'van', 'von', 'bin', 'el', 'la', 'du', "'s", '-'])

function isCapital({ text, tag, headline, word }: Tokens, i: number): boolean {
  if (headline && i < tag.length)
    return (
      tag[i] === 'M' ||
      wordId(word[i]!) >= WORD_COUNT ||
      (tag[i] === 'N' && /^\p{Lu}/u.test(text[i]!) && longestAt(word, i).number > 0)
    )
  return (
    i < tag.length &&
    /^\p{Lu}/u.test(text[i] ?? '') &&
    tag[i] !== 'D' &&
    tag[i] !== 'O' &&
    tag[i] !== 'P' &&
    tag[i] !== 'X' &&
    tag[i] !== 'S'
  )
}

/** A capital at the beginning of a sentence counts only where the tagger says name, or the word is not an ordinary one. */
function isName(tokens: Tokens, i: number): boolean {
  if (!/\p{L}/u.test(tokens.text[i] ?? '') || !isCapital(tokens, i)) return false
  const first =
    i === 0 ||
    tokens.sentence[i - 1] !== tokens.sentence[i] ||
    tokens.word[i - 1] === '"' ||
    tokens.word[i - 1] === ':'
  if (!first) return tokens.tag[i] !== 'V' || !tokens.headline
  const known = longestAt(tokens.word, i).size
  if (known > 1 || (known === 1 && (tokens.tag[i] === 'M' || /^[A-Z.]{2,}$/.test(tokens.text[i]!))))
    return true
  const id = wordId(tokens.word[i]!)
  if (id >= WORD_COUNT || NATIONS.has(tokens.word[i]!)) return true
  if (tags[id] === 0 && tags[wordId(tokens.lemma[i]!)] === 0 && tokens.tag[i] !== 'V') return true
  return tokens.tag[i] === 'M' && isCapital(tokens, i + 1)
}

/** The names of a statement: runs of capitalised words, with the acronym and the nationality they may also be known by. */
export function readNames(tokens: Tokens, taken: ReadonlySet<number>): NameMention[] {
  const names: NameMention[] = []
  for (let i = 0; i < tokens.word.length && names.length < LIMITS.names; i++) {
    if (taken.has(i) || !isName(tokens, i)) continue
    let to = i + 1
    while (to < tokens.word.length && !taken.has(to)) {
      if (isName(tokens, to)) to++
      else if (
        JOINING.has(tokens.word[to]!) &&
        tokens.word[to] !== "'s" &&
        to + 1 < tokens.word.length &&
        isName(tokens, to + 1) &&
        tokens.word[to] !== 'the'
      )
        to += 2
      else break
    }
    let from = i
    while (from < to - 1 && TITLES.has(tokens.word[from]!)) from++
    const parts = tokens.word.slice(from, to)
    const key = parts.at(-1)!.replace(/\.$/, '')
    const aliases: string[] = []
    if (parts.length > 1) {
      aliases.push(
        parts
          .filter(part => !JOINING.has(part))
          .map(part => part[0])
          .join(''),
      )
      for (const part of parts.slice(0, -1)) if (!JOINING.has(part)) aliases.push(part)
    }
    const nation = NATIONS.get(key) ?? NATIONS.get(parts.join(' '))
    if (nation !== undefined) aliases.push(nation)
    names.push({ from: i, to, key: key.replaceAll('.', ''), aliases })
    i = to - 1
  }
  return names
}
