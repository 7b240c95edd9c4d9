import { isOpposed, isSame } from '../lexicon/relate.ts'
import type { Alignment } from './align.ts'
import type { Prepared } from './prepare.ts'
import type { Role } from './roles.ts'

/**
 * One verb of each statement, and what part the people and things have in both: `same`, `swapped`, or `converse` where opposite verbs tell
 * one thing from two sides ("bought from", "sold to"). `voice`: the one is told in the passive, the other is not.
 */
export type RolePair = { a: Role; b: Role; relation: 'same' | 'swapped' | 'converse'; voice: boolean }

/** Deeds that two can do to each other, one after the other: both statements may be true. */
const MUTUAL = new Set(
  `meet invite visit congratulate thank accuse criticise criticize slam blame praise complain write send call phone email
tell ask answer warn threaten expel distrust trust mistrust love hate like dislike fear respect insult mock greet hug kiss help
support back marry debate attack shell bomb hit strike shoot question follow know see watch fight`.split(
    /\s+/,
  ),
)

/** Whether words `i` of a and `j` of b are aligned as the same. */
const stands = ({ ofA, relation }: Alignment, i: number, j: number): boolean =>
  i >= 0 && j >= 0 && ofA[i] === j && isSame(relation[i]!)

/** Whether word `i` of one statement stands for one of the words `others` of the other one. */
const isOneOf = (isPair: (i: number, j: number) => boolean, i: number, others: readonly number[]): boolean =>
  others.some(j => isPair(i, j))

/** "lent Bahrain the money": of two nouns behind a verb the first one is who receives. */
const recipientOf = ({ passive, patient, second }: Role): number => (second >= 0 && !passive ? patient : -1)

function relationOf(alignment: Alignment, x: Role, y: Role, opposed: boolean): RolePair['relation'] | null {
  const pairs = (i: number, j: number) => stands(alignment, i, j)
  const turned = (j: number, i: number) => stands(alignment, i, j)
  const agents = pairs(x.agent, y.agent)
  if (opposed) {
    if (agents) return null
    const across =
      isOneOf(pairs, x.agent, [y.to, y.from, recipientOf(y)]) ||
      isOneOf(turned, y.agent, [x.to, x.from, recipientOf(x)])
    return across ? 'converse' : null
  }
  if (pairs(x.agent, y.patient) && pairs(x.patient, y.agent)) return 'swapped'
  if (pairs(x.agent, y.to) && pairs(x.to, y.agent)) return 'swapped'
  if (agents && pairs(x.patient, y.patient)) return 'same'
  return null
}

/** The parts that people and things have in two aligned statements, by verbs that stand for each other. */
export function pairRoles(a: Prepared, b: Prepared, alignment: Alignment): RolePair[] {
  const found: RolePair[] = []
  for (const x of a.roles) {
    const w = alignment.ofA[x.verb]!
    const y = w < 0 ? undefined : b.roles.find(({ verb }) => verb === w)
    if (y === undefined) continue
    const bits = alignment.relation[x.verb]!
    if (!isSame(bits) && !isOpposed(bits)) continue
    const relation = relationOf(alignment, x, y, isOpposed(bits))
    if (relation !== null) found.push({ a: x, b: y, relation, voice: x.passive !== y.passive })
  }
  return found
}

/** Whether it cannot be that both did it to each other. */
export const excludesTurn = (side: Prepared, { verb }: Role): boolean =>
  !MUTUAL.has(side.analysis.lemma[side.token[verb]!]!)
