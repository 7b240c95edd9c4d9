import type { Analysis } from '../text/analysis.ts'

/**
 * Who does what to whom, by one verb: content words, −1 where the words do not tell. `subject` stands for who is said of; in the
 * passive that is whom it is done to. `object` is the first noun behind the verb, `second` the next one ("lent Bahrain the money").
 */
export type Role = {
  verb: number
  agent: number
  patient: number
  second: number
  to: number
  from: number
  passive: boolean
}

const NOMINAL = new Set(['N', 'M'])
const IN_PHRASE = new Set(['D', 'A', 'N', 'M', '#', 'O'])
const BETWEEN = new Set(['R', 'T', '#'])
const BE = new Set(['be', 'get'])

/** The content words of the statement that `build` chose, by token. */
type Words = { analysis: Analysis; wordOfToken: Int16Array }

/** A noun phrase: the content word of its head and the preposition before it. */
type Phrase = { head: number; before: string; from: number; to: number }

/** The phrase that begins at token `i`, up to `end`; its head is its last noun that is a content word. */
function phraseFrom({ analysis: { tag, lemma }, wordOfToken }: Words, i: number, end: number): Phrase {
  let to = i
  let head = -1
  while (to < end && (IN_PHRASE.has(tag[to]!) || lemma[to] === "'s" || lemma[to] === "'")) {
    /** "lent Bahrain the money": an article behind a noun begins another phrase. */
    if (to > i && tag[to] === 'D' && NOMINAL.has(tag[to - 1]!)) break
    if (NOMINAL.has(tag[to]!) && wordOfToken[to]! >= 0) head = wordOfToken[to]!
    to++
  }
  return { head, before: tag[i - 1] === 'P' || tag[i - 1] === 'T' ? (lemma[i - 1] ?? '') : '', from: i, to }
}

function phrasesBetween(words: Words, from: number, end: number): Phrase[] {
  const found: Phrase[] = []
  for (let i = from; i < end; i++) {
    if (!IN_PHRASE.has(words.analysis.tag[i]!)) continue
    const phrase = phraseFrom(words, i, end)
    if (phrase.head >= 0) found.push(phrase)
    i = Math.max(i, phrase.to - 1)
  }
  return found
}

/** Where the clause of token `v` begins and where it ends, or the next verb comes. */
function reachOf({ clause, tag }: Analysis, v: number): [number, number] {
  let from = v
  while (from > 0 && clause[from - 1] === clause[v]) from--
  let to = v + 1
  while (to < clause.length && clause[to] === clause[v] && tag[to] !== 'V') to++
  return [from, to]
}

/** Whether a form of "be" or "get" stands before the verb, or an agent follows right behind it ("shelved by the council"). */
function isPassive({ tag, lemma, text, start, end }: Analysis, v: number): boolean {
  if (text.slice(start[v], end[v]).toLowerCase().endsWith('ing')) return false
  let i = v - 1
  while (i > 0 && BETWEEN.has(tag[i]!)) i--
  if (i >= 0 && BE.has(lemma[i]!)) return true
  return lemma[v + 1] === 'by' && text.slice(start[v], end[v]).toLowerCase() !== lemma[v]
}

/**
 * Who is said of: the first noun phrase without a preposition behind the verb before ("ordered the firm to pay"), else the first one of the
 * clause, else the noun before "who", "which" and "that".
 */
function subjectOf(words: Words, from: number, v: number): number {
  const before = phrasesBetween(words, from, v)
  const verbBefore = words.analysis.tag.slice(from, v).lastIndexOf('V') + from
  const near = before.find(phrase => phrase.before === '' && phrase.from > verbBefore)
  const plain = near ?? before.find(phrase => phrase.before === '')
  if (plain !== undefined) return plain.head
  const { lemma } = words.analysis
  const relative = lemma[from] === 'who' || lemma[from] === 'which' || lemma[from] === 'that'
  if (!relative) return -1
  for (let t = from - 1; t >= Math.max(0, from - 3); t--)
    if (words.wordOfToken[t]! >= 0) return words.wordOfToken[t]!
  return -1
}

function roleOf(words: Words, verb: number, v: number): Role {
  const [from, end] = reachOf(words.analysis, v)
  const subject = subjectOf(words, from, v)
  const behind = phrasesBetween(words, v + 1, end)
  const headAt = (preposition: string) => behind.find(({ before }) => before === preposition)?.head ?? -1
  const plain = behind.filter(({ before }) => before === '').map(({ head }) => head)
  const passive = isPassive(words.analysis, v)
  const [first = -1, next = -1] = plain
  return {
    verb,
    agent: passive ? headAt('by') : subject,
    patient: passive ? subject : first,
    second: passive ? first : next,
    to: headAt('to'),
    from: headAt('from'),
    passive,
  }
}

const MAX_ROLES = 8

/** The roles of the verbs of a statement; `verbs` are its content words that are verbs. */
export function readRoles(words: Words, verbs: readonly number[], token: Int16Array): Role[] {
  return verbs.slice(0, MAX_ROLES).map(verb => roleOf(words, verb, token[verb]!))
}
