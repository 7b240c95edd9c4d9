import { slugCandidates } from '#domain/slug.ts'
import type { Batch } from './batch.ts'
import { addComment, type MadeClaim } from './claims.ts'
import { capitalised } from './phrase.ts'
import { between, chance, pick } from './random.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000
const SUMMARISED = 0.6
const SETTLED = 0.15

/** A disputed point of which each side is the claims that give the same answer. */
export function addDispute(
  world: World,
  batch: Batch,
  question: string,
  sides: readonly (readonly MadeClaim[])[],
  { slugs, published }: { slugs: Set<string>; published: boolean },
): void {
  const { random, clock } = world
  clock.advance(HOUR_MS)
  const id = clock.newId()
  const editorId = pick(random, world.editors)
  const createdAt = clock.now()
  const slug = freeSlug(question, slugs)
  const summary = chance(random, SUMMARISED)
    ? `${sides.flat().length} claims give ${sides.length} answers. ${world.prose(random, createdAt)}`
    : null
  const positions = sides.map(claims => ({
    id: clock.newId(),
    label: capitalised(claims[0]!.phrase.text),
    claimIds: claims.map(claim => claim.id),
  }))
  batch.record('dispute.created', id, editorId, { to: { question, slug, positions } })
  for (const [index, position] of positions.entries()) {
    batch.add('position', { id: position.id, disputeId: id, ordinal: index + 1, label: position.label })
    for (const claimId of position.claimIds)
      batch.add('position_claim', { positionId: position.id, disputeId: id, claimId })
  }
  if (published) {
    clock.advance(between(random, 1, 48) * HOUR_MS)
    batch.record('dispute.published', id, editorId, {})
  }
  batch.add('dispute', {
    id,
    slug,
    question,
    summary,
    state: chance(random, SETTLED) ? 'settled' : 'open',
    publishedAt: published ? clock.now() : null,
    publishedById: published ? editorId : null,
    version: published ? 2 : 1,
    createdAt,
    changedAt: clock.now(),
  })
  for (let comments = between(random, 0, 3); comments > 0; comments--)
    addComment(world, batch, { disputeId: id })
}

function freeSlug(question: string, taken: Set<string>): string {
  const slugs = slugCandidates(question)
  let slug = slugs.next().value
  while (taken.has(slug)) slug = slugs.next().value
  taken.add(slug)
  return slug
}
