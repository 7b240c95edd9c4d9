import {
  ANALYSIS_VERSION,
  type Analysis,
  CUE,
  IN_DATE,
  IN_QUANTITY,
  LIMITS,
  UNREAL,
} from './text/analysis.ts'
import { numberClauses } from './text/clauses.ts'
import { readDates, turnBounds } from './text/dates.ts'
import { readAttribution, readDenials, readDoubts, readLikenesses, readModality } from './text/denial.ts'
import { readNames } from './text/names.ts'
import { readOrders } from './text/orders.ts'
import { joinPhrasalVerbs } from './text/phrasal.ts'
import { type Reading, readNegation } from './text/polarity.ts'
import { readQuantities } from './text/quantities.ts'
import { readStates } from './text/states.ts'
import { readTokens } from './text/tokens.ts'

/**
 * What the detector knows of one statement: tokens, lemmas, tags, clauses, polarity, cues, quantities, dates, names and states of affairs, each with
 * token indexes; `start` and `end` turn those into UTF-16 offsets. The same text gives the same analysis. Never throws: of a
 * longer text than LIMITS allows the beginning is analysed and `truncated` is set.
 */
export function analyse(statement: string): Analysis {
  const tokens = readTokens(statement)
  const joined = joinPhrasalVerbs(tokens)
  const clause = numberClauses(tokens)
  const sense = tokens.word.map((_, i) => (joined.has(i) ? CUE : 0))
  const reading: Reading = { tokens, clause, sense, cues: [] }
  const dates = readDates(tokens)
  const inDates = new Set<number>()
  for (const date of dates) for (let i = date.from; i < date.to; i++) inDates.add(i)
  const quantities = readQuantities(tokens, inDates)
  const names = readNames(tokens, inDates)
  readNegation(reading)
  turnBounds(reading, dates)
  const orders = readOrders(reading, inDates)
  readDenials(reading)
  readLikenesses(reading)
  readDoubts(reading)
  readModality(reading)
  readAttribution(reading)
  for (const i of inDates) sense[i]! |= IN_DATE
  for (const quantity of quantities)
    for (let i = quantity.from; i < quantity.to; i++) sense[i]! |= IN_QUANTITY
  const unreal = new Set(
    reading.cues
      .filter(cue => cue.type === 'forecast' || cue.type === 'condition')
      .map(cue => clause[cue.from]),
  )
  for (let i = 0; i < sense.length; i++) if (unreal.has(clause[i])) sense[i]! |= UNREAL
  return {
    version: ANALYSIS_VERSION,
    length: statement.length,
    truncated: statement.length > LIMITS.characters || tokens.start.length >= LIMITS.tokens,
    text: statement.slice(0, LIMITS.characters),
    start: tokens.start,
    end: tokens.end,
    lemma: tokens.lemma,
    tag: tokens.tag.join(''),
    clause,
    sense,
    cues: reading.cues,
    quantities,
    dates,
    orders,
    names,
    states: readStates(reading),
  }
}
