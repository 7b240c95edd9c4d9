import type * as contract from '#contract/opinions.ts'
import { notFound, unprocessable } from '#domain/refusals.ts'
import { ADVISERS, atLeast } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Db } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { hasReadPair } from '../relations/ruling.ts'
import { findRelation } from '../relations/store.ts'
import type { Adviser } from './adviser.ts'
import { readSpent } from './spending-store.ts'
import * as store from './store.ts'
import { viewAdviser, viewOpinion } from './view.ts'

/**
 * What advisers said of a pair, newest first. While a second or third reading is awaited they are withheld from an editor
 * who has made none: whoever reads second reads without knowing what others found, models included. Throws `not_found`.
 */
export async function readOpinions(db: Db, viewer: Viewer, relationId: string): Promise<contract.Opinions> {
  const pair = await getPair(db, relationId)
  if (await isStillToRead(db, viewer, relationId)) return { items: [], withheld: true }
  const rows = await store.listOpinions(db, relationId)
  return { items: rows.map(row => viewOpinion(row, pair)), withheld: false }
}

async function getPair(db: Db, relationId: string): Promise<store.AskedPair> {
  const pair = await store.findPair(db, relationId)
  if (pair === null) throw notFound('relation')
  return pair
}

async function isStillToRead(db: Db, viewer: Viewer, relationId: string): Promise<boolean> {
  const relation = await findRelation(db, relationId)
  if (!relation?.awaits || !atLeast(viewer.role, 'editor')) return false
  return !hasReadPair(relation, viewer)
}

/**
 * Puts a pair before every adviser that has given no opinion on it as it reads now; one that is being asked is not asked
 * twice. Returns what then stands, as `readOpinions` does. Throws `not_found`, and `unprocessable` when no adviser is
 * switched on.
 */
export async function askOpinions(
  deps: Deps,
  advisers: readonly Adviser[],
  editor: Viewer,
  relationId: string,
): Promise<contract.Opinions> {
  const { prisma } = deps.database
  const { a, b } = await getPair(prisma, relationId)
  if (advisers.length === 0)
    throw unprocessable('No second opinion is switched on here. An admin can set NLI_MODEL or LLM_URL.')
  const given = (await store.listOpinions(prisma, relationId)).filter(
    ({ state, aRevision, bRevision }) =>
      state === 'given' && aRevision === a.version && bRevision === b.version,
  )
  const wanted = advisers.filter(({ name }) => !given.some(({ adviser }) => adviser === name))
  await prisma.$transaction(async tx => {
    const put = await store.insertOpinions(
      tx,
      wanted.map(({ name, model }) => ({
        relationId,
        adviser: name,
        model,
        aRevision: a.version,
        bRevision: b.version,
        askedAt: deps.now(),
        askedById: editor.id,
      })),
    )
    if (put.length === 0) return
    await recordEvent(tx, {
      actor: editor,
      action: 'relation.opinion_asked',
      subjectId: relationId,
      to: { advisers: ADVISERS.filter(name => put.some(({ adviser }) => adviser === name)) },
    })
  })
  await deps.enqueue({ queue: 'advise' })
  return readOpinions(prisma, editor, relationId)
}

/** How many of its last failures an adviser is shown with. */
const SHOWN_FAILURES = 5

/** The advisers that are switched on in this process, with how they do in all of them. */
export async function readAdvisers(db: Db, advisers: readonly Adviser[]): Promise<contract.Adviser[]> {
  if (advisers.length === 0) return []
  const [spent, counts] = [await readSpent(db), await store.countByState(db)]
  return Promise.all(
    advisers.map(async adviser => {
      const count = (state: (typeof counts)[number]['state']) =>
        counts.find(row => row.adviser === adviser.name && row.state === state)?.opinions ?? 0
      return viewAdviser(
        adviser,
        {
          askedToday: spent.get(adviser.name) ?? 0,
          waiting: count('waiting'),
          given: count('given'),
          unusable: count('unusable'),
          failed: count('failed'),
        },
        await store.listFailures(db, adviser.name, SHOWN_FAILURES),
      )
    }),
  )
}
