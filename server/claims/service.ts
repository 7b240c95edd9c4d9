import type { Claim, createClaim as CreateClaim } from '#contract/claims.ts'
import { conflict } from '#domain/refusals.ts'
import type { z } from 'zod'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { settleSpeaker } from '../speakers/service.ts'
import { settleTopics } from '../topics/service.ts'
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
      const speakerId = await settleSpeaker(tx, actor, input.speaker)
      const topics = await settleTopics(tx, actor, input.topics)
      const quoteId = await store.settleQuote(tx, quote)
      const claim = {
        ...(id !== undefined && { id }),
        statement,
        howPut,
        speakerId,
        ...store.saidColumns(said),
      }
      const [by, at] = [actor?.id ?? null, deps.now()]
      const made = await store.insertClaim(tx, claim, topics, { revisedById: by, revisedAt: at })
      await store.insertAppearance(tx, { claimId: made, quoteId, first: true, addedById: by, addedAt: at })
      await recordEvent(tx, {
        actor,
        action: 'claim.created',
        subjectId: made,
        to: {
          statement,
          howPut,
          speakerId,
          said: said?.edtf ?? null,
          topics: topics.map(topic => topic.name),
          quoteId,
        },
      })
      return made
    })
    return await readClaim(prisma, made, 'all')
  } catch (error) {
    if (!isDuplicate(error) || id === undefined) throw error
    const [standing] = await readClaims(prisma, [id], 'all')
    if (standing === undefined) throw error
    throw conflict(`This claim was made already: “${standing.statement}”`, standing)
  }
}
