import type { z } from 'zod'
import type { ReasonInput, Relation } from '#contract/relations.ts'
import type { Proposal } from '#domain/decisions.ts'
import { conflict, forbidden, notFound, type RefusalIssue, unprocessable } from '#domain/refusals.ts'
import { atLeast } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { checkKind, writeVerdict } from './decide.ts'
import { getRelation } from './read.ts'
import { checkReasons, toStored } from './reasons.ts'
import * as store from './store.ts'

type Reasons = z.output<typeof ReasonInput>[]

export type NewRelation = Proposal & {
  id?: string | undefined
  leftId: string
  rightId: string
  note: string
  reasons: Reasons
  decide: boolean
}

/**
 * Proposes what holds between two claims and, with `decide`, decides it in the same step. The pair is stored once,
 * whichever side it is made from. Throws `forbidden` when `decide` is asked for by less than an editor;
 * `unprocessable` with all that is wrong for a claim with itself or an unknown one, a kind that cannot be proposed, or
 * marked words that do not stand where they are said to; `conflict` with the relation that stands for a pair that is
 * related already and for an id that is taken.
 */
export async function propose(deps: Deps, viewer: Viewer, input: NewRelation): Promise<Relation> {
  if (input.decide && !atLeast(viewer.role, 'editor'))
    throw forbidden(
      `Deciding needs the role editor; yours is ${viewer.role}. Leave \`decide\` out to propose.`,
    )
  const { prisma } = deps.database
  const [aId, bId] =
    input.leftId < input.rightId ? [input.leftId, input.rightId] : [input.rightId, input.leftId]
  try {
    const id = await prisma.$transaction(tx => insert(tx, viewer, input, [aId, bId], deps.now()))
    return await getRelation(prisma, id, viewer)
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const standing = (await store.findIdOfPair(prisma, aId, bId)) ?? input.id
  throw conflict(
    'These two claims are related already.',
    standing === undefined ? undefined : await getRelation(prisma, standing, viewer),
  )
}

async function insert(
  tx: Tx,
  viewer: Viewer,
  input: NewRelation,
  [aId, bId]: [string, string],
  at: Date,
): Promise<string> {
  const claims = await store.findComparedClaims(tx, [aId, bId])
  const [left, right] = [input.leftId, input.rightId].map(id => claims.find(claim => claim.id === id))
  const issues = checkProposal(input, left, right)
  if (!left || !right || issues.length > 0)
    throw unprocessable(issues[0]?.message ?? 'This pair cannot be proposed.', issues)
  const [a, b] = left.id === aId ? [left, right] : [right, left]
  const proposed = {
    aId,
    bId,
    aRevision: a.version,
    bRevision: b.version,
    kind: input.kind,
    supersederId: input.supersederId,
    origin: 'person' as const,
    note: input.note,
  }
  const reasons = toStored(input.reasons, left.id === aId)
  const row = await store.insertRelation(
    tx,
    {
      ...proposed,
      ...(input.id !== undefined && { id: input.id }),
      proposedKind: input.kind,
      proposedSupersederId: input.supersederId,
      proposedById: viewer.id,
    },
    reasons,
  )
  await recordEvent(tx, {
    actor: viewer,
    action: 'relation.proposed',
    subjectId: row.id,
    to: { ...proposed, state: row.state, version: row.version, reasons },
  })
  if (input.decide) await writeVerdict(tx, viewer, row, input, at)
  return row.id
}

function checkProposal(
  input: NewRelation,
  left: store.ComparedClaim | undefined,
  right: store.ComparedClaim | undefined,
): RefusalIssue[] {
  const unknown = 'There is no such claim.'
  return [
    ...(left ? [] : [{ path: 'leftId', message: unknown }]),
    ...(right ? [] : [{ path: 'rightId', message: unknown }]),
    ...(input.leftId === input.rightId
      ? [{ path: 'rightId', message: 'A claim cannot be related to itself.' }]
      : []),
    ...(input.kind === 'unrelated'
      ? [{ path: 'kind', message: '“Unrelated” is a decision on a pair, not a proposal.' }]
      : []),
    ...checkKind(input, [input.leftId, input.rightId]),
    ...(left && right ? checkReasons(input.reasons, left, right) : []),
  ]
}

/**
 * Replaces the marked words of a relation, and compares the claims' current wordings from here on. `left` is the claim
 * of the smaller id. Throws `not_found`, `conflict` with the relation on an old version, `unprocessable` when words do
 * not stand where they are said to.
 */
export async function markReasons(
  { database: { prisma } }: Deps,
  editor: Viewer,
  id: string,
  input: { version: number; reasons: Reasons },
): Promise<Relation> {
  const done = await prisma.$transaction(async tx => {
    const row = await store.findRelation(tx, id)
    if (row === null) throw notFound('relation')
    if (row.version !== input.version) return false
    const claims = await store.findComparedClaims(tx, [row.aId, row.bId])
    const [a, b] = [row.aId, row.bId].map(claimId => claims.find(claim => claim.id === claimId))
    if (!a || !b) throw notFound('claim')
    const issues = checkReasons(input.reasons, a, b)
    if (issues.length > 0) throw unprocessable('Some marked words do not stand where they should.', issues)
    const compared = { aRevision: a.version, bRevision: b.version }
    if ((await store.updateRelation(tx, id, input.version, compared)) === 0) return false
    const reasons = toStored(input.reasons, true)
    await store.replaceReasons(tx, id, reasons)
    await recordEvent(tx, {
      actor: editor,
      action: 'relation.reasons_marked',
      subjectId: id,
      from: {
        aRevision: row.aRevision,
        bRevision: row.bRevision,
        reasons: row.reasons,
        version: row.version,
      },
      to: { ...compared, reasons, version: row.version + 1 },
    })
    return true
  })
  const relation = await getRelation(prisma, id, editor)
  if (!done)
    throw conflict('Somebody else changed this pair first. See what stands now, then mark again.', relation)
  return relation
}
