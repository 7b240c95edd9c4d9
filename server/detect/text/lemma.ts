import { ADJECTIVE, knows, NOUN, VERB } from '../lexicon/lexicon.ts'

/** Forms that rules and the tagger miss, or that must fall together whatever they were tagged as. */
const IRREGULAR: Record<string, string> = {
  "n't": 'not',
  "'ll": 'will',
  "'ve": 'have',
  "'re": 'be',
  "'m": 'be',
  wo: 'will',
  ca: 'can',
  cannot: 'can',
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  dead: 'dead',
  lies: 'lie',
  left: 'leave',
  found: 'find',
  saw: 'see',
  sought: 'seek',
  fell: 'fall',
  felt: 'feel',
  shot: 'shoot',
  lit: 'light',
  per: 'per',
  us: 'us',
  news: 'news',
  died: 'die',
  dies: 'die',
  dying: 'die',
  bodies: 'body',
  wives: 'wife',
  lives: 'life',
  was: 'be',
  were: 'be',
  says: 'say',
  said: 'say',
}

const VERB_ENDINGS: [RegExp, string[]][] = [
  [/ies$/, ['y', 'ie']],
  [/es$/, ['e', '']],
  [/s$/, ['']],
  [/ied$/, ['y']],
  [/ed$/, ['e', '']],
  [/ying$/, ['y', 'ie']],
  [/ing$/, ['e', '']],
]

/** The base form of an inflected verb that the lexicon knows, or null. A doubled consonant is undone: "planned", "plan". */
function verbBase(word: string): string | null {
  for (const [ending, replacements] of VERB_ENDINGS) {
    if (!ending.test(word)) continue
    const stem = word.replace(ending, '')
    if (stem.length < 2) continue
    if (/([bdgklmnprt])\1$/.test(stem) && knows(stem.slice(0, -1), VERB)) return stem.slice(0, -1)
    for (const replacement of replacements) if (knows(stem + replacement, VERB)) return stem + replacement
  }
  return null
}

function nounBase(word: string): string | null {
  if (!word.endsWith('s') || /(ss|us|is)$/.test(word)) return null
  for (const base of [word.replace(/ies$/, 'y'), word.replace(/es$/, ''), word.slice(0, -1)])
    if (base !== word && base.length > 1 && knows(base, NOUN)) return base
  return null
}

/** The base form of a word: by the tagger when it knows better than to leave it as it is, else by endings. */
export function lemmatise(word: string, tag: string, proposed: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined
  if (irregular !== undefined) return irregular
  if (tag === 'V' || tag === 'X') {
    if (proposed !== word) return proposed
    return verbBase(word) ?? proposed
  }
  if (tag === 'N') {
    if (proposed !== word) return proposed
    return nounBase(word) ?? word
  }
  if (tag === 'A' && !knows(word, ADJECTIVE)) return verbBase(word) ?? word
  if (tag === 'M' || tag === '?') return knows(word, NOUN) ? word : (nounBase(word) ?? word)
  return tag === 'A' || tag === 'R' || tag === '#' ? word : proposed
}
