import { ATTRIBUTION, CLAUSE_NEGATED, CUE, type CueType, NEGATED } from './analysis.ts'
import * as words from './cue-words.ts'
import { addCue, flipRange, type Reading, scopeEnd } from './polarity.ts'

/** Whether the word at `i` only describes a noun right after it ("fake passports"), and what it describes is not the story. */
function describesThing({ tokens: { tag, word, lemma } }: Reading, i: number): boolean {
  if (!words.DESCRIBING.has(word[i]!)) return false
  const next = i + 1
  if (tag[next] !== 'N' && tag[next] !== 'M' && tag[next] !== 'A') return false
  if (tag[i] === 'N' && tag[next] === 'N') return !words.STORY_WORDS.has(lemma[next]!)
  for (let j = next; j < tag.length && j <= i + 3; j++) {
    if (tag[j] !== 'N' && tag[j] !== 'M' && tag[j] !== 'A') return true
    if (words.STORY_WORDS.has(lemma[j]!) || words.STORY_WORDS.has(word[j]!)) return false
  }
  return true
}

function isNegated(reading: Reading, i: number): boolean {
  return (reading.sense[i]! & NEGATED) !== 0
}

/** The tokens of the statement that a denial said of the story reaches: all that are not cues or its own frame. */
function denyAll(reading: Reading, i: number): void {
  const sentence = reading.tokens.sentence[i]
  const alone = !reading.tokens.sentence.some(
    (s, j) => s === sentence && j !== i && reading.tokens.tag[j] === 'V',
  )
  for (let j = 0; j < reading.sense.length; j++)
    if (
      alone ||
      reading.tokens.sentence[j] === sentence ||
      Math.abs(reading.tokens.sentence[j]! - sentence!) <= 1
    )
      reading.sense[j]! ^= CLAUSE_NEGATED
}

/** "made up the bidders", "made up of", "made up 60 percent": a part of a whole, nothing invented. */
function makesUpPart({ tokens: { tag, word, lemma } }: Reading, i: number): boolean {
  if (lemma[i] !== 'make' && lemma[i] !== 'make_up') return false
  const at = word[i + 1] === 'up' ? i + 2 : i + 1
  return tag[at] === 'D' || tag[at] === '#' || word[at] === 'of'
}

const STORY_REACH = 6

/** "shot down rumours", not "shot down two planes": whether a story is named soon after. */
const isOfStory = ({ tokens: { lemma } }: Reading, i: number): boolean =>
  lemma.slice(i + 1, i + STORY_REACH).some(word => words.STORY_WORDS.has(word))

/** "tricked into catcalling", not "fooled into believing": someone was made to do a thing, and the thing was done. */
function isPlainTrick({ tokens: { lemma, tag } }: Reading, i: number): boolean {
  if (!/^(?:trick|fool|dupe)$/.test(lemma[i]!) || tag[i] !== 'V') return false
  const into = lemma.indexOf('into', i)
  return (
    into > 0 &&
    into <= i + STORY_REACH &&
    !/^(?:believe|think|report|share|assume)$/.test(lemma[into + 1] ?? '')
  )
}

/** "lay on the runway", "lies in the valley": where something is, not what someone says. */
const isLying = ({ tokens: { lemma, word } }: Reading, i: number): boolean =>
  lemma[i] === 'lie' && word[i] !== 'lied' && word[i + 1] !== 'about' && word[i + 1] !== 'to'

const PLACES = new Set(
  'at in on off under beneath below near beside between within along outside south north east west idle empty'.split(
    ' ',
  ),
)

/** "the ship lies off the coast": where it is, and nothing untrue. */
const liesSomewhere = ({ tokens: { word } }: Reading, i: number): boolean =>
  (word[i] === 'lies' || word[i] === 'lie') && PLACES.has(word[i + 1] ?? '')

/** "released by mistake": how it was done, not that it was not done. */
const isManner = ({ tokens: { word } }: Reading, i: number): boolean =>
  word[i] === 'mistake' && word[i - 1] === 'by'

/** "denied that", "rejected claims", "X is a hoax", "No, …", "… not true": who speaks says that it is not so. */
export function readDenials(reading: Reading): void {
  const { lemma, tag, word } = reading.tokens
  let denied = false
  for (let i = 0; i < lemma.length; i++) {
    const verb = tag[i] === 'V' || (tag[i] === 'N' && (lemma[i] !== 'dispute' || word[i + 1] === 'that'))
    if (words.DENIAL_VERBS.has(lemma[i]!) && verb && !(lemma[i] === 'shoot_down' && !isOfStory(reading, i))) {
      /** "did not deny", "nobody disputed": no denial, though the scopes cancel out. */
      if (isNegated(reading, i)) reading.sense[i]! |= CUE
      else addCue(reading, 'denial', i, i + 1)
      const aside = word[i]!.endsWith('ing') && word[i + 1] !== 'that'
      const end = aside ? scopeEnd(reading, i) : sentenceEnd(reading, i)
      flipRange(reading, i + 1, end, NEGATED | CLAUSE_NEGATED)
      if (i + 1 >= lemma.length - 1 || tag[i + 1] === '.') denyAll(reading, i)
      denied = true
      continue
    }
    const story = words.STORY_WORDS.has(lemma[i + 1]!) || words.STORY_WORDS.has(word[i + 2] ?? '')
    if (
      (lemma[i] === 'reject' || lemma[i] === 'dismiss' || lemma[i] === 'rubbish' || lemma[i] === 'slam') &&
      story
    ) {
      addCue(reading, 'denial', i, i + 1)
      if (lemma[i] === 'rubbish' || lemma[i] === 'slam')
        flipRange(reading, i + 1, sentenceEnd(reading, i), NEGATED)
      flipRange(reading, i + 1, sentenceEnd(reading, i), CLAUSE_NEGATED)
      continue
    }
    const phrase = words.DENIAL_PHRASES.find(
      phrase =>
        phrase.every((w, k) => word[i + k] === w || lemma[i + k] === w) &&
        !makesUpPart(reading, i) &&
        !(phrase[1] === 'down' && !isOfStory(reading, i)),
    )
    if (phrase !== undefined) {
      const spelt = phrase.some(w => words.NEGATORS.has(w) || w === "n't")
      addCue(reading, 'denial', i, i + phrase.length)
      if (!denied && !spelt && !isNegated(reading, i)) denyAll(reading, i)
      denied = true
      continue
    }
    const denial =
      !isManner(reading, i) &&
      ((words.DENIAL_WORDS.has(word[i]!) &&
        !liesSomewhere(reading, i) &&
        !(words.DENYING_AS_VERBS.has(word[i]!) && tag[i] !== 'V')) ||
        (words.DENIAL_WORDS.has(lemma[i]!) && tag[i] === 'V' && lemma[i] !== 'sham' && !isLying(reading, i)))
    const untrue =
      (word[i] === 'true' ||
        word[i] === 'real' ||
        word[i] === 'authentic' ||
        word[i] === 'genuine' ||
        word[i] === 'accurate') &&
      !denied &&
      isNegated(reading, i)
    if (denial && describesThing(reading, i)) reading.cues.push({ type: 'fake', from: i, to: i + 1 })
    if (untrue || (denial && !describesThing(reading, i) && !isPlainTrick(reading, i))) {
      addCue(reading, 'denial', i, i + 1)
      const again = untrue ? false : isNegated(reading, i)
      if (untrue || !again) {
        if (!denied && !(untrue && (reading.sense[i]! & CLAUSE_NEGATED) !== 0 && onlyClause(reading, i)))
          denyAll(reading, i)
        denied = true
      }
      continue
    }
    if (
      (word[i] === 'no' || word[i] === 'nope' || word[i] === 'sorry') &&
      (word[i + 1] === ',' || word[i + 1] === undefined)
    ) {
      addCue(reading, 'denial', i, i + 1)
      if (word[i] !== 'sorry' && !restIsNegated(reading, i) && !denied) {
        denyAll(reading, i)
        denied = true
      }
    }
  }
}

/** "That is not true": the clause that holds the cue is the whole statement but for its subject. */
function onlyClause({ clause }: Reading, i: number): boolean {
  return clause.every(c => c === clause[i])
}

/** "No, the mayor did not resign": the answer is spelt out, and already negated. */
function restIsNegated(reading: Reading, i: number): boolean {
  return reading.cues.some(cue => cue.type === 'negation' && cue.from > i)
}

function sentenceEnd(reading: Reading, i: number): number {
  const { sentence, word } = reading.tokens
  let end = scopeEnd(reading, i)
  while (end < sentence.length && sentence[end] === sentence[i] && word[end] !== ';' && word[end] !== 'but')
    end++
  return end
}

/** Doubts and questions: the story is neither told nor denied. */
export function readDoubts(reading: Reading): void {
  const { lemma, tag, word } = reading.tokens
  for (let i = 0; i < lemma.length; i++) {
    if (words.DOUBT_WORDS.has(lemma[i]!) || words.DOUBT_WORDS.has(word[i]!)) {
      if (lemma[i] === 'question' && tag[i] !== 'V') continue
      if (word[i - 1] === 'no') continue
      if (lemma[i] === 'cast' && word[i + 1] !== 'doubt') continue
      addCue(reading, 'doubt', i, i + 1)
    }
    if (word[i] === '?') reading.cues.push({ type: 'question', from: i, to: i + 1 })
    if (word[i] === 'whether') addCue(reading, 'question', i, i + 1)
  }
}

/** "a dummy pistol", "counterfeit notes": a word that makes a likeness of the thing right after it. */
export function readLikenesses(reading: Reading): void {
  const { word, tag, lemma } = reading.tokens
  for (let i = 0; i < word.length; i++) {
    const whole = word[i - 1] === '-' ? `${word[i - 2]}-${word[i]}` : word[i]!
    if (!words.LIKENESSES.has(whole) || reading.cues.some(cue => cue.type === 'fake' && cue.from === i))
      continue
    let j = i + 1
    while (tag[j] === 'A' || tag[j] === 'M') j++
    const head = tag[j] === 'N' ? j : j - 1
    if (head > i && !words.STORY_WORDS.has(lemma[head]!))
      reading.cues.push({ type: 'fake', from: i, to: i + 1 })
  }
}

const LISTED: [ReadonlySet<string>, CueType][] = [
  [words.HEDGES, 'hedge'],
  [words.FORECASTS, 'forecast'],
  [words.OBLIGATIONS, 'obligation'],
  [words.PERMISSIONS, 'permission'],
  [words.PROHIBITIONS, 'prohibition'],
  [words.POSSIBILITIES, 'possibility'],
  [words.EXCLUSIVES, 'exclusive'],
  [words.UNIVERSALS, 'all'],
  [words.EXISTENTIALS, 'some'],
  [words.EARLIER, 'earlier'],
  [words.DEFINITIONS, 'definition'],
  [words.PARTS, 'part'],
]

/** Modality, hedges and quantifiers: one cue for every list a word stands in. */
export function readModality(reading: Reading): void {
  const { lemma, word, tag } = reading.tokens
  for (let i = 0; i < lemma.length; i++) {
    for (const [list, type] of LISTED)
      if (
        (list.has(word[i]!) || list.has(lemma[i]!)) &&
        !(tag[i] === 'N' && list === words.OBLIGATIONS) &&
        !(tag[i] === 'M' && list === words.DEFINITIONS)
      )
        reading.cues.push({ type, from: i, to: i + 1 })
    if (word[i] === 'if' || word[i] === 'unless') reading.cues.push({ type: 'condition', from: i, to: i + 1 })
    if (
      (word[i] === 'have' || word[i] === 'has' || word[i] === 'had') &&
      word[i + 1] === 'to' &&
      (tag[i + 2] === 'V' || tag[i + 2] === 'X')
    )
      reading.cues.push({ type: 'obligation', from: i, to: i + 2 })
  }
}

const MAX_FRAME = 9

/** Who says it: "officials said that", ", according to the ministry", "the court heard": marked as frame, not as matter. */
export function readAttribution(reading: Reading): void {
  const { lemma, tag, word } = reading.tokens
  for (let i = 0; i < lemma.length; i++) {
    const withThat = words.REPORTING_THAT.has(lemma[i]!) && word[i + 1] === 'that'
    if (!withThat && (!words.REPORTING.has(lemma[i]!) || (tag[i] !== 'V' && word[i] !== 'according')))
      continue
    if (word[i - 1] === 'to' || tag[i - 1] === 'X') continue
    const clause = reading.clause[i]!
    let from = i
    while (from > 0 && reading.clause[from - 1] === clause) from--
    let to = i + 1
    if (word[i] === 'according') {
      from = i
      to = Math.min(scopeEnd(reading, i), i + MAX_FRAME)
    } else if (word[to] === 'that' || word[to] === ':' || word[to] === ',') to++
    else if (atEndOfSentence(reading, i)) to = scopeEnd(reading, i)
    else if (tag[to] === 'N' || tag[to] === 'D' || tag[to] === 'A') {
      if (!hasVerbAfter(reading, i)) continue
    }
    if (i - from > MAX_FRAME) from = i
    reading.cues.push({ type: 'attribution', from, to })
    for (let j = from; j < to; j++) reading.sense[j]! |= ATTRIBUTION
    reading.sense[i]! |= CUE
  }
}

function hasVerbAfter({ tokens: { tag, sentence } }: Reading, i: number): boolean {
  for (let j = i + 1; j < tag.length && sentence[j] === sentence[i]; j++)
    if (tag[j] === 'V' || tag[j] === 'X') return true
  return false
}

const MAX_TAIL = 5

/** "…, officials said on Monday": nothing but a time or place comes after the verb. */
function atEndOfSentence({ tokens: { tag, sentence }, clause }: Reading, i: number): boolean {
  const next = tag[i + 1]
  if (next !== undefined && next !== '.' && next !== 'P' && next !== 'R' && sentence[i + 1] === sentence[i])
    return false
  for (let j = i + 1; j < tag.length && sentence[j] === sentence[i]; j++)
    if (tag[j] === 'V' || tag[j] === 'X' || clause[j] !== clause[i] || j > i + MAX_TAIL) return false
  return true
}
