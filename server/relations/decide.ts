import type { Relation } from '#contract/relations.ts'
import { type Proposal, relationState, undoable } from '#domain/decisions.ts'
import { conflict, notFound, type RefusalIssue, unprocessable } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import { settleJoined } from '../claims/join.ts'
import type { Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { findSettings } from '../settings/store.ts'
import { getRelation } from './read.ts'
import { rulingOf } from './ruling.ts'
import type { RelationRow } from './store.ts'
import * as store from './store.ts'
import { findVerifiedClaims } from './verified.ts'

/** The decision that is about to be written, which has no id yet. */
const THIS_ONE = 'this one'

/** What an undo says when whoever takes a decision back gives no reason. */
const TAKEN_BACK = 'Taken back.'

/**
 * Decides what holds between the claims of a relation; `unrelated` dismisses the pair, and `duplicate` gives the claim
 * that was made first the quotes of the other one and its place in lists, where the same speaker puts it in the same way. Returns the relation
 * as it then stands. Throws `not_found`; `conflict` with the relation, and the decision that came first, on an old version;
 * `unprocessable` for a superseder that does not fit, or for a contradiction when a claim has no quote that verifies.
 */
export async function decide(
  deps: Deps,
  editor: Viewer,
  id: string,
  input: Proposal & { version: number; note: string },
): Promise<Relation> {
  return write(deps, editor, { id, version: input.version }, (tx, row) =>
    writeVerdict(tx, editor, row, input, deps.now()),
  )
}

/**
 * Takes back the decision that stands on a relation, whoever made it, by a further decision; the one before it stands
 * again. Throws `not_found`, `conflict` with the relation on an old version, `unprocessable` when nothing is decided.
 */
export async function undo(
  deps: Deps,
  editor: Viewer,
  id: string,
  input: { version: number; note: string | null },
): Promise<Relation> {
  return write(deps, editor, { id, version: input.version }, (tx, row) => {
    const undoesId = undoable(rulingOf(row))
    if (undoesId === null) throw unprocessable('Nothing is decided here that could be taken back.')
    const undoing = { action: 'undo', undoesId, note: input.note ?? TAKEN_BACK } as const
    return writeDecision(tx, editor, row, undoing, deps.now())
  })
}

/** What does not fit between a kind and its superseder: only `supersedes` has one, and it is one of the pair. */
export function checkKind({ kind, supersederId }: Proposal, pair: readonly string[]): RefusalIssue[] {
  const path = 'supersederId'
  if (kind !== 'supersedes')
    return supersederId === null
      ? []
      : [{ path, message: 'Only “supersedes” names the claim that replaces.' }]
  if (supersederId === null) return [{ path, message: 'Say which of the two claims replaces the other.' }]
  return pair.includes(supersederId) ? [] : [{ path, message: 'It must be one of the two claims.' }]
}

/**
 * Writes a verdict in the transaction of its caller. False, with nothing written, when somebody else was faster.
 * Throws `unprocessable` as `decide` does.
 */
export async function writeVerdict(
  tx: Tx,
  editor: Viewer,
  row: RelationRow,
  { kind, supersederId, note }: Proposal & { note: string },
  at: Date,
): Promise<boolean> {
  const issues = checkKind({ kind, supersederId }, [row.aId, row.bId])
  if (issues.length > 0) throw unprocessable('The kind and the claim that replaces do not fit.', issues)
  return writeDecision(tx, editor, row, { action: 'decide', kind, supersederId, note }, at)
}

type NewDecision = { note: string } & (
  | (Proposal & { action: 'decide' })
  | { action: 'undo'; undoesId: string }
)

async function writeDecision(
  tx: Tx,
  editor: Viewer,
  row: RelationRow,
  { note, ...said }: NewDecision,
  at: Date,
): Promise<boolean> {
  const proposal = { kind: row.proposedKind, supersederId: row.proposedSupersederId }
  const { secondReader } = await findSettings(tx)
  const decisions = [...rulingOf(row), { id: THIS_ONE, by: editor.id, secondReader, ...said }]
  const { kind, supersederId, state, awaits } = relationState(proposal, decisions)
  const standing = { kind, supersederId, state, awaits }
  const finds = said.action === 'decide' && said.kind === 'contradicts'
  if (finds || (kind === 'contradicts' && state === 'confirmed')) await requireQuotes(tx, row)
  await store.lockVersions(tx, [row.aId, row.bId])
  if ((await store.updateRelation(tx, row.id, row.version, standing)) === 0) return false
  const decision = {
    ...said,
    note,
    relationId: row.id,
    seenVersion: row.version,
    secondReader,
    decidedById: editor.id,
  }
  const decisionId = await store.insertDecision(tx, decision)
  if (isSame(row) || isSame(standing)) await settleJoined(tx, [row.aId, row.bId], { actor: editor, at })
  await recordEvent(tx, {
    actor: editor,
    action: said.action === 'undo' ? 'relation.undone' : 'relation.decided',
    subjectId: row.id,
    from: {
      kind: row.kind,
      state: row.state,
      supersederId: row.supersederId,
      awaits: row.awaits,
      version: row.version,
    },
    to: {
      ...standing,
      version: row.version + 1,
      decisionId,
      note,
      ...(said.action === 'undo' && { undoesId: said.undoesId }),
    },
    ...(contradicts(standing) &&
      !contradicts(row) && { tell: [{ reason: 'contradicted', authorsOf: [row.aId, row.bId] }] }),
  })
  return true
}

type Standing = Pick<RelationRow, 'kind' | 'state'>

const isSame = ({ kind, state }: Standing) => kind === 'duplicate' && state === 'confirmed'

const contradicts = ({ kind, state }: Standing) => kind === 'contradicts' && state === 'confirmed'

async function requireQuotes(tx: Tx, { aId, bId }: RelationRow): Promise<void> {
  const verified = await findVerifiedClaims(tx, [aId, bId], 'any')
  const claims = await store.findComparedClaims(tx, [aId, bId])
  const issues = claims
    .filter(claim => !verified.has(claim.id))
    .map(claim => ({
      path: claim.id === aId ? 'a' : 'b',
      message: `No quote of “${claim.statement}” can be found in its snapshot.`,
    }))
  if (issues.length > 0)
    throw unprocessable(
      'A contradiction is confirmed only when both claims have a quote that stands in its snapshot.',
      issues,
    )
}

async function getRow(tx: Tx, id: string): Promise<RelationRow> {
  const row = await store.findRelation(tx, id)
  if (row === null) throw notFound('relation')
  return row
}

/**
 * Writes one decision, as far as the relation stands as it was seen. Claims that were one until now are compared again: what
 * was made meanwhile was compared only with the one that stood for both.
 */
async function write(
  deps: Deps,
  editor: Viewer,
  { id, version }: { id: string; version: number },
  run: (tx: Tx, row: RelationRow) => Promise<boolean>,
): Promise<Relation> {
  const { prisma } = deps.database
  const { done, wasSame } = await prisma.$transaction(async tx => {
    const row = await getRow(tx, id)
    return { done: row.version === version && (await run(tx, row)), wasSame: isSame(row) }
  })
  const relation = await getRelation(prisma, id, editor)
  if (!done)
    throw conflict('Somebody else changed this pair first. See what stands now, then decide.', relation)
  if (wasSame && !isSame(relation))
    for (const claimId of [relation.a.id, relation.b.id]) await deps.enqueue({ queue: 'suggest', claimId })
  return relation
}
