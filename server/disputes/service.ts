import type { Dispute } from '#contract/disputes.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import { slugCandidates, slugify } from '#domain/slug.ts'
import type { DisputeState } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { eventExists, recordEvent } from '../events/store.ts'
import type { Telling } from '../events/tell-store.ts'
import { keepFollowing } from './follow-store.ts'
import { checkPositions, checkPublishable } from './positions.ts'
import { getDispute } from './read.ts'
import * as store from './store.ts'

/** `/disputes/new` is a screen of its own. */
const RESERVED_SLUGS = ['new']

export type NewDispute = {
  id?: string | undefined
  question: string
  summary: string | null
  positions: store.NewPosition[]
}

/**
 * Opens a disputed point at the first free address made of its question. Throws `unprocessable` with all that is wrong
 * with the positions, `conflict` with the point that stands when the id is taken.
 */
export async function openDispute(deps: Deps, editor: Viewer, input: NewDispute): Promise<Dispute> {
  const { prisma } = deps.database
  for (const slug of slugCandidates(input.question)) {
    if (RESERVED_SLUGS.includes(slug)) continue
    try {
      const id = await prisma.$transaction(tx => insert(tx, deps.now(), editor, input, slug))
      return await getDispute(prisma, { id }, editor)
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
    if (input.id !== undefined && (await store.findDispute(prisma, { id: input.id })))
      throw conflict(
        'A disputed point with this id was opened already.',
        await getDispute(prisma, { id: input.id }, editor),
      )
  }
  throw new Error('slug candidates ran out')
}

async function insert(
  tx: Tx,
  changedAt: Date,
  editor: Viewer,
  { id: chosen, question, summary, positions }: NewDispute,
  slug: string,
): Promise<string> {
  const issues = await checkPositions(tx, positions, [])
  if (issues.length > 0) throw unprocessable('The positions cannot stand like this.', issues)
  const dispute = { slug, question, summary, changedAt, ...(chosen !== undefined && { id: chosen }) }
  const id = await store.insertDispute(tx, dispute)
  await store.replacePositions(tx, id, positions)
  await keepFollowing(tx, id, editor.id)
  await recordEvent(tx, {
    actor: editor,
    action: 'dispute.created',
    subjectId: id,
    to: { slug, question, summary, positions: described(positions) },
    tell: [disputed(id, positions)],
  })
  return id
}

export type DisputeEdit = {
  version: number
  question?: string | undefined
  summary?: string | null | undefined
  state?: DisputeState | undefined
  slug?: string | undefined
}

/**
 * Changes what is given of the question, the summary, the state and, until the point is first published, the address.
 * Throws `not_found`, `conflict` with the point on an old version, `unprocessable` for an address that is fixed or taken.
 */
export async function updateDispute(
  deps: Deps,
  editor: Viewer,
  id: string,
  { version, question, summary, state, slug }: DisputeEdit,
): Promise<Dispute> {
  const taken = unprocessable('This address is taken.', [
    { path: 'slug', message: 'Another point has this address. Choose another one.' },
  ])
  const wanted = slug === undefined ? undefined : slugify(slug)
  if (wanted !== undefined && RESERVED_SLUGS.includes(wanted)) throw taken
  const changes = {
    ...(question !== undefined && { question }),
    ...(summary !== undefined && { summary }),
    ...(state !== undefined && { state }),
    ...(wanted !== undefined && { slug: wanted }),
  }
  try {
    return await change(deps, editor, id, version, async (tx, before) => {
      if (wanted !== undefined && wanted !== before.slug && (await wasPublished(tx, before)))
        throw unprocessable('The address is fixed.', [
          { path: 'slug', message: 'The address stays as it was when the point was first published.' },
        ])
      const stood = {
        question: before.question,
        summary: before.summary,
        state: before.state,
        slug: before.slug,
      }
      const from = Object.fromEntries(Object.entries(stood).filter(([field]) => field in changes))
      const done = await store.updateDispute(tx, id, version, { ...changes, changedAt: deps.now() })
      if (done === 0) return false
      const tell = [followed(id)]
      await recordEvent(tx, {
        actor: editor,
        action: 'dispute.updated',
        subjectId: id,
        from,
        to: changes,
        tell,
      })
      return true
    })
  } catch (error) {
    throw isDuplicate(error) ? taken : error
  }
}

async function wasPublished(tx: Tx, { id, publishedAt }: store.DisputeRow): Promise<boolean> {
  return publishedAt !== null || (await eventExists(tx, 'dispute.published', id))
}

/**
 * Puts positions and their claims in order: the list replaces the one that stands, and a position with an id keeps it.
 * Throws `not_found`, `conflict` with the point on an old version, `unprocessable` with all that is wrong; a published
 * point must stay fit to be published.
 */
export async function arrangePositions(
  deps: Deps,
  editor: Viewer,
  id: string,
  { version, positions }: { version: number; positions: store.NewPosition[] },
): Promise<Dispute> {
  return change(deps, editor, id, version, async (tx, before) => {
    const standing = before.positions.map(position => position.id)
    const issues = await checkPositions(tx, positions, standing)
    if (before.publishedAt !== null && issues.length === 0)
      issues.push(...(await checkPublishable(tx, positions)))
    if (issues.length > 0) throw unprocessable('The positions cannot stand like this.', issues)
    if ((await store.updateDispute(tx, id, version, { changedAt: deps.now() })) === 0) return false
    await store.replacePositions(tx, id, positions)
    await recordEvent(tx, {
      actor: editor,
      action: 'dispute.arranged',
      subjectId: id,
      from: { positions: described(arranged(before)) },
      to: { positions: described(positions) },
      tell: [disputed(id, positions, arranged(before)), followed(id)],
    })
    return true
  })
}

/**
 * Shows a point to everybody, with its claims and their sources. Throws `not_found`, `conflict` with the point on an
 * old version, `unprocessable` with all that is missing, or when it is shown already.
 */
export async function publish(deps: Deps, editor: Viewer, id: string, version: number): Promise<Dispute> {
  return change(deps, editor, id, version, async (tx, before) => {
    if (before.publishedAt !== null) throw unprocessable('This point is published already.')
    const issues = await checkPublishable(tx, arranged(before))
    if (issues.length > 0) throw unprocessable('This point cannot be published yet.', issues)
    const publishedAt = deps.now()
    const shown = { publishedAt, publishedById: editor.id, changedAt: publishedAt }
    if ((await store.updateDispute(tx, id, version, shown)) === 0) return false
    const to = { publishedAt: publishedAt.toISOString() }
    await recordEvent(tx, {
      actor: editor,
      action: 'dispute.published',
      subjectId: id,
      from: { publishedAt: null },
      to,
      tell: [followed(id)],
    })
    return true
  })
}

/**
 * Takes a point back from the public. Throws `not_found`, `conflict` with the point on an old version, `unprocessable`
 * when it is not published.
 */
export async function unpublish(deps: Deps, editor: Viewer, id: string, version: number): Promise<Dispute> {
  return change(deps, editor, id, version, async (tx, before) => {
    if (before.publishedAt === null) throw unprocessable('This point is not published.')
    const hidden = { publishedAt: null, publishedById: null, changedAt: deps.now() }
    if ((await store.updateDispute(tx, id, version, hidden)) === 0) return false
    const from = { publishedAt: before.publishedAt.toISOString() }
    await recordEvent(tx, {
      actor: editor,
      action: 'dispute.unpublished',
      subjectId: id,
      from,
      to: { publishedAt: null },
      tell: [followed(id)],
    })
    return true
  })
}

/** Runs a write on the version that its caller saw; `write` answers false when somebody else was faster. */
async function change(
  { database: { prisma } }: Deps,
  editor: Viewer,
  id: string,
  version: number,
  write: (tx: Tx, before: store.DisputeRow) => Promise<boolean>,
): Promise<Dispute> {
  const done = await prisma.$transaction(async tx => {
    const before = await store.findDispute(tx, { id })
    if (before === null) throw notFound('disputed point')
    if (before.version !== version || !(await write(tx, before))) return false
    await keepFollowing(tx, id, editor.id)
    return true
  })
  const dispute = await getDispute(prisma, { id }, editor)
  if (!done) throw conflict('Somebody else changed this point first. See how it stands now.', dispute)
  return dispute
}

const followed = (id: string): Telling => ({ reason: 'followed', followersOf: id })

/** The authors of the claims that are newly on a point. */
function disputed(
  id: string,
  positions: readonly store.NewPosition[],
  before: readonly store.NewPosition[] = [],
): Telling {
  const stood = new Set(before.flatMap(position => position.claimIds))
  const authorsOf = positions.flatMap(position => position.claimIds).filter(claimId => !stood.has(claimId))
  return { reason: 'disputed', authorsOf, target: { type: 'dispute', id } }
}

function arranged({ positions }: store.DisputeRow): store.NewPosition[] {
  return positions.map(({ id, label, claims }) => ({
    id,
    label,
    claimIds: claims.map(claim => claim.claimId),
  }))
}

function described(positions: readonly store.NewPosition[]) {
  return positions.map(({ label, claimIds }) => ({ label, claimIds }))
}
