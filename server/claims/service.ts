import type { z } from 'zod'
import type { Claim, createClaim as CreateClaim, updateClaim as UpdateClaim } from '#contract/claims.ts'
import { conflict, notFound } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { changedFields } from '../events/changed-fields.ts'
import { recordEvent } from '../events/store.ts'
import { lookForQuote } from '../sources/quotes.ts'
import { settleSpeaker } from '../speakers/service.ts'
import { settleTopics } from '../topics/service.ts'
import { listTogether } from './appearance-store.ts'
import { settleJoined } from './join.ts'
import { readClaim, readClaims } from './read.ts'
import { takeQuote } from './selection.ts'
import * as store from './store.ts'

export type NewClaim = z.output<typeof CreateClaim.body>

/**
 * Makes a claim of a passage: its first revision and its first appearance, with the speaker, topics and quote that are
 * new. Throws `conflict` with the claim that stands when the id is taken, `unprocessable` when the selected words are
 * not in the snapshot. An `actor` of null is the system.
 */
export async function createClaim(deps: Deps, actor: Viewer | null, input: NewClaim): Promise<Claim> {
  const { prisma } = deps.database
  const { id, statement, howPut, said } = input
  const quote = await takeQuote(prisma, input.quote)
  try {
    const made = await prisma.$transaction(async tx => {
      // None of these needs another, so that one is prepared while the one before is answered; in one order for everybody.
      const [speakerId, topics, quoteId] = await Promise.all([
        settleSpeaker(tx, actor, input.speaker),
        settleTopics(tx, actor, input.topics),
        store.settleQuote(tx, quote),
      ])
      const claim = {
        ...(id !== undefined && { id }),
        statement,
        howPut,
        speakerId,
        ...store.saidColumns(said),
      }
      const by = { revisedById: actor?.id ?? null, revisedAt: deps.now() }
      const made = await store.insertClaim(tx, claim, topics, quoteId, by)
      // Nor do these.
      await Promise.all([
        lookForQuote(tx, { ...quote, id: quoteId }),
        recordEvent(tx, {
          actor,
          action: 'claim.created',
          subjectId: made,
          to: { ...describe(claim, topics), quoteId },
        }),
      ])
      return made
    })
    const [claim] = await Promise.all([
      readClaim(prisma, made, 'all'),
      deps.enqueue({ queue: 'suggest', claimId: made }),
    ])
    return claim
  } catch (error) {
    if (!isDuplicate(error) || id === undefined) throw error
    const [standing] = await readClaims(prisma, [id], 'all')
    if (standing === undefined) throw error
    throw conflict(`This claim was made already: “${standing.statement}”`, standing)
  }
}

export type ClaimChange = z.output<typeof UpdateClaim.body>

/**
 * Edits a claim by a new revision; what changes nothing makes none. Throws `not_found`, `conflict` with the claim as
 * it stands when it is no longer at the version the actor saw, `unprocessable` when the speaker does not exist. Said by
 * another speaker or put in another way, it is no longer one with claims it was found to be the same as.
 */
export async function updateClaim(
  deps: Deps,
  actor: Viewer | null,
  id: string,
  input: ClaimChange,
): Promise<Claim> {
  const { prisma } = deps.database
  await prisma.$transaction(async tx => {
    const before = await store.findWording(tx, id)
    if (before === null) throw notFound('claim')
    if (before.version !== input.version) throw await changedFirst(tx, id)
    const { statement, howPut, speakerId, ...said } = before.wording
    const wording: store.Wording = {
      statement: input.statement ?? statement,
      howPut: input.howPut ?? howPut,
      speakerId: input.speaker === undefined ? speakerId : await settleSpeaker(tx, actor, input.speaker),
      ...(input.said === undefined ? said : store.saidColumns(input.said)),
    }
    const topics = input.topics === undefined ? before.topics : await settleTopics(tx, actor, input.topics)
    const changed = changedFields(describe(before.wording, before.topics), describe(wording, topics))
    if (changed === null) return
    const saidOtherwise = wording.speakerId !== speakerId || wording.howPut !== howPut
    const wasOneWith = saidOtherwise ? await listTogether(tx, id) : []
    if ((await store.updateClaim(tx, id, input.version, wording)) === 0) throw await changedFirst(tx, id)
    await store.setTopics(tx, id, topics)
    const by = { revisedById: actor?.id ?? null, revisedAt: deps.now() }
    await store.insertRevision(tx, id, input.version + 1, wording, topics, by)
    await recordEvent(tx, { actor, action: 'claim.revised', subjectId: id, ...changed })
    if (saidOtherwise) await settleJoined(tx, wasOneWith, { actor, at: by.revisedAt })
  })
  await deps.enqueue({ queue: 'suggest', claimId: id })
  return readClaim(prisma, id, 'all')
}

async function changedFirst(tx: Tx, id: string) {
  return conflict('Somebody else changed this claim first.', await readClaim(tx, id, 'all'))
}

/** A wording as the audit log tells it. */
function describe(
  { statement, howPut, speakerId, saidEdtf }: store.Wording,
  topics: readonly { name: string }[],
) {
  return { statement, howPut, speakerId, said: saidEdtf, topics: topics.map(topic => topic.name) }
}
