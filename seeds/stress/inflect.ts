const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  show: 'showed',
  find: 'found',
  give: 'gave',
  take: 'took',
  make: 'made',
  see: 'saw',
  hold: 'held',
  keep: 'kept',
  leave: 'left',
  begin: 'began',
  build: 'built',
  rebuild: 'rebuilt',
  withdraw: 'withdrew',
  send: 'sent',
  cut: 'cut',
  spend: 'spent',
  repay: 'repaid',
  sell: 'sold',
  buy: 'bought',
  run: 'ran',
  lead: 'led',
  overturn: 'overturned',
  uphold: 'upheld',
  forget: 'forgot',
  feed: 'fed',
  spread: 'spread',
  burn: 'burnt',
  freeze: 'froze',
  sow: 'sowed',
  breed: 'bred',
  dig: 'dug',
  fall: 'fell',
  rise: 'rose',
  grow: 'grew',
  shrink: 'shrank',
}

/** Verbs of one vowel and one consonant at the end that are stressed there. */
const DOUBLES = new Set('plan admit drop stop permit cut run begin forget dig'.split(' '))

const endsInConsonantY = (word: string) => /[^aeiou]y$/.test(word)
const lastDoubled = (word: string) => (DOUBLES.has(word) ? word + word.at(-1) : word)

export function plural(noun: string): string {
  if (endsInConsonantY(noun)) return `${noun.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh|tato)$/.test(noun)) return `${noun}es`
  if (noun === 'man' || noun.endsWith('sman')) return `${noun.slice(0, -2)}en`
  if (noun === 'child') return 'children'
  if (noun === 'people' || noun === 'cattle' || noun === 'sheep' || noun === 'species') return noun
  return /[^f]f$/.test(noun) && !/(roof|cliff|reef|brief)$/.test(noun)
    ? `${noun.slice(0, -1)}ves`
    : `${noun}s`
}

export function past(verb: string): string {
  const irregular = IRREGULAR_PAST[verb]
  if (irregular !== undefined) return irregular
  if (endsInConsonantY(verb)) return `${verb.slice(0, -1)}ied`
  return verb.endsWith('e') ? `${verb}d` : `${lastDoubled(verb)}ed`
}

export function continuous(verb: string): string {
  if (/[^eo]e$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return `${lastDoubled(verb)}ing`
}
