import type { z } from 'zod'
import type { SavedSearch, saveSearch as SaveSearch } from '#contract/saved-searches.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewSavedSearch } from './view.ts'

/** More than a person finds again in a list. */
const MOST = 100

/**
 * Saves a search of the claims under a name of the person's choosing; what was saved under that name is replaced. Throws
 * `unprocessable` when the person has saved a hundred already, `conflict` when the id is taken or the same name was
 * saved at the same moment.
 */
export async function saveSearch(
  { database: { prisma } }: Deps,
  owner: Viewer,
  { id, name, filters }: z.output<typeof SaveSearch.body>,
): Promise<SavedSearch> {
  try {
    return await prisma.$transaction(async tx => {
      const known = await store.findSavedSearch(tx, owner.id, name)
      if (known?.filters === filters) return viewSavedSearch(known)
      if (known === null && (await store.countSavedSearches(tx, owner.id)) >= MOST)
        throw unprocessable(`You have saved ${MOST} searches. Remove one that you do not need any more.`)
      const saved = known
        ? await store.updateSavedSearch(tx, known.id, filters)
        : await store.insertSavedSearch(tx, { ...(id && { id }), ownerId: owner.id, name, filters })
      await recordEvent(tx, {
        actor: owner,
        action: 'saved_search.saved',
        subjectId: saved.id,
        ...(known && { from: { filters: known.filters } }),
        to: { name, filters },
      })
      return viewSavedSearch(saved)
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    throw conflict('This search was saved already. Open the list again.')
  }
}

/** Removes a search of the person's own. Throws `not_found`, also for one of somebody else's. */
export async function removeSavedSearch(
  { database: { prisma } }: Deps,
  owner: Viewer,
  id: string,
): Promise<void> {
  await prisma.$transaction(async tx => {
    const removed = await store.deleteSavedSearch(tx, owner.id, id)
    if (removed === null) throw notFound('saved search')
    const { name, filters } = removed
    await recordEvent(tx, {
      actor: owner,
      action: 'saved_search.removed',
      subjectId: id,
      from: { name, filters },
    })
  })
}
