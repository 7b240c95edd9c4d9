import { addAffair, type Tally } from '../../seeds/stress/affair.ts'
import { createBatch } from '../../seeds/stress/batch.ts'
import { createWorld } from '../../seeds/stress/world.ts'
import type { ScannedClaim } from '../../server/scan/comparer.ts'

/** The claims that `npm run seed -- stress` makes, without a database, affair by affair, in the order in which they were made. */
export async function* streamMadeUpClaims(count: number, seed = 1): AsyncGenerator<ScannedClaim> {
  const claims: Omit<ScannedClaim, 'topicIds'>[] = []
  const topics = new Map<string, string[]>()
  const takeRows = async (sql: string, [rows]: unknown[] = []) => {
    if (typeof rows !== 'string') return
    if (sql.startsWith('INSERT INTO "claim" ')) claims.push(...JSON.parse(rows))
    if (!sql.startsWith('INSERT INTO "claim_topic" ')) return
    const added: { claimId: string; topicId: string }[] = JSON.parse(rows)
    for (const { claimId, topicId } of added) topics.set(claimId, [...(topics.get(claimId) ?? []), topicId])
  }
  const { batch, ...world } = createWorld(seed, count, clock => createBatch(clock, new Map()))
  const tally: Tally = { claims: 0, wanted: count, disputes: 0, slugs: new Set() }
  while (tally.claims < count) {
    addAffair(world, batch, tally)
    await batch.write({ query: takeRows })
    for (const { id, version, statement, howPut, speakerId, saidFrom, saidTo } of claims.splice(0))
      yield {
        id,
        version,
        statement,
        howPut,
        speakerId,
        saidFrom,
        saidTo,
        topicIds: topics.get(id) ?? [],
        analysis: null,
      }
    topics.clear()
  }
}

/** The same all at once, in the order of their ids. */
export async function madeUpClaims(count: number, seed = 1): Promise<ScannedClaim[]> {
  const claims: ScannedClaim[] = []
  for await (const claim of streamMadeUpClaims(count, seed)) claims.push(claim)
  return claims.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
