import { relationState } from '#domain/decisions.ts'
import type { ReasonType, RelationKind } from '#domain/vocabulary.ts'
import type { Batch } from './batch.ts'
import type { MadeClaim } from './claims.ts'
import type { Fact } from './matters/matter.ts'
import { between, chance, pick, type Weights, weighted } from './random.ts'
import type { World } from './world.ts'

const AGAINST: Weights<RelationKind> = [
  ['contradicts', 70],
  ['different_time', 9],
  ['different_scope', 9],
  ['supersedes', 6],
  ['different_definition', 3],
  ['attribution_only', 3],
]

const SAME: Weights<RelationKind> = [
  ['agrees', 75],
  ['duplicate', 25],
]

/** What became of a proposed pair. */
type Fate = 'suggested' | 'confirmed' | 'dismissed' | 'undone'

const FATES: Weights<Fate> = [
  ['suggested', 45],
  ['confirmed', 36],
  ['dismissed', 15],
  ['undone', 4],
]

const NOTES = [
  'Both speak of the same place and the same day.',
  'The second one counts something else.',
  'Checked against both recordings.',
  'They cannot both be true.',
  'See the correction at the foot of the article.',
]

const exactOf = ({ phrase }: MadeClaim) => phrase.text.slice(phrase.start, phrase.end)

export type Pairing = { sameValue: boolean; about: Fact['about']; fate?: Fate }

/** A relation between two claims of one fact, with its reasons and decisions. */
export function addRelation(
  world: World,
  batch: Batch,
  one: MadeClaim,
  other: MadeClaim,
  { sameValue, about, fate = weighted(world.random, FATES) }: Pairing,
): void {
  const { random, clock } = world
  clock.advance(between(random, 1, 30) * 1_000)
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const id = clock.newId()
  const kind = weighted(random, sameValue ? SAME : AGAINST)
  const proposal = { kind, supersederId: kind === 'supersedes' ? b.id : null }
  const detected = chance(random, 0.6)
  const proposedById = detected ? null : pick(random, world.researchers)
  const note = detected ? null : pick(random, NOTES)
  const createdAt = clock.now()
  const decisions = decide(world, batch, id, proposal, fate)
  const { decidingId: _, awaits: __, ...standing } = relationState(proposal, decisions)
  batch.add('relation', {
    id,
    aId: a.id,
    bId: b.id,
    aRevision: a.version,
    bRevision: b.version,
    ...standing,
    proposedKind: kind,
    proposedSupersederId: proposal.supersederId,
    origin: detected ? 'detector' : 'person',
    note,
    score: detected ? Math.round((0.5 + random() / 2) * 1_000) / 1_000 : null,
    modelVersion: detected ? 'stress' : null,
    version: 1 + decisions.length,
    createdAt,
    proposedById,
  })
  batch.record('relation.proposed', id, proposedById, { to: { aId: a.id, bId: b.id, kind, note } })
  if (!sameValue) addReason(world, batch, id, a, b, about)
}

type Decision = Parameters<typeof relationState>[1][number]

function decide(
  world: World,
  batch: Batch,
  relationId: string,
  proposal: { kind: RelationKind; supersederId: string | null },
  fate: Fate,
): Decision[] {
  if (fate === 'suggested') return []
  const { clock, random } = world
  const verdict = fate === 'dismissed' ? { kind: 'unrelated' as const, supersederId: null } : proposal
  const made = { action: 'decide', by: pick(random, world.editors), secondReader: false } as const
  const decided: Decision = { id: clock.newId(), ...made, ...verdict }
  const decisions: Decision[] =
    fate === 'undone' ? [decided, { id: clock.newId(), action: 'undo', undoesId: decided.id }] : [decided]
  for (const [index, decision] of decisions.entries()) {
    clock.advance(between(random, 1, 60) * 1_000)
    const decidedById = decision.action === 'decide' ? decision.by : pick(random, world.editors)
    const note = pick(random, NOTES)
    const verdict = decision.action === 'decide' ? decision : { kind: null, supersederId: null }
    batch.add('decision', {
      id: decision.id,
      action: decision.action,
      kind: verdict.kind,
      supersederId: verdict.supersederId,
      undoesId: decision.action === 'undo' ? decision.undoesId : null,
      relationId,
      note,
      seenVersion: index + 1,
      decidedAt: clock.now(),
      decidedById,
    })
    const action = decision.action === 'undo' ? 'relation.undone' : 'relation.decided'
    batch.record(action, relationId, decidedById, { to: { ...decision, note } })
  }
  return decisions
}

/** The disputed words as marked in the statements and, every other time, in the quotes. */
function addReason(
  world: World,
  batch: Batch,
  relationId: string,
  a: MadeClaim,
  b: MadeClaim,
  about: Fact['about'],
): void {
  const { clock, random } = world
  const marked = chance(random, 0.5)
  const [inA, inB] = [quoteSpan(a, marked), quoteSpan(b, marked)]
  batch.add('reason', {
    id: clock.newId(),
    relationId,
    ordinal: 1,
    type: about satisfies ReasonType,
    explanation: `“${exactOf(a)}” against “${exactOf(b)}”.`,
    aStart: a.phrase.start,
    aEnd: a.phrase.end,
    aExact: exactOfStatement(a),
    bStart: b.phrase.start,
    bEnd: b.phrase.end,
    bExact: exactOfStatement(b),
    aQuoteStart: inA?.start ?? null,
    aQuoteEnd: inA?.end ?? null,
    aQuoteExact: inA?.exact ?? null,
    bQuoteStart: inB?.start ?? null,
    bQuoteEnd: inB?.end ?? null,
    bQuoteExact: inB?.exact ?? null,
  })
}

/** A statement starts with a capital letter, and the disputed words may be its first. */
function exactOfStatement(claim: MadeClaim): string {
  const exact = exactOf(claim)
  return claim.phrase.start === 0 ? exact.charAt(0).toUpperCase() + exact.slice(1) : exact
}

function quoteSpan({ mention, phrase }: MadeClaim, marked: boolean) {
  // The words after the first stand in the quote as they are, capital letter or not.
  const at = mention.quoted.indexOf(phrase.text.slice(1)) - 1
  if (!marked || at < 0) return null
  const [start, end] = [at + phrase.start, at + phrase.end]
  return { start, end, exact: mention.quoted.slice(start, end) }
}
