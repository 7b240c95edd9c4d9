import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

const SAVED_SEARCH = {
  id: true,
  name: true,
  filters: true,
  createdAt: true,
} as const satisfies Prisma.SavedSearchSelect

export type SavedSearchRow = Prisma.SavedSearchGetPayload<{ select: typeof SAVED_SEARCH }>

/** A person's saved searches by name: as many as a person keeps, so there are no pages. */
export function listSavedSearches(db: Db, ownerId: string): Promise<SavedSearchRow[]> {
  return db.savedSearch.findMany({ where: { ownerId }, orderBy: { name: 'asc' }, select: SAVED_SEARCH })
}

/** The person's search of this name, locked until the transaction ends; or null. */
export async function findSavedSearch(tx: Tx, ownerId: string, name: string): Promise<SavedSearchRow | null> {
  const [found] = await tx.$queryRaw<SavedSearchRow[]>`
    SELECT id, name, filters, "createdAt" FROM saved_search
    WHERE "ownerId" = ${ownerId} AND name = ${name} FOR UPDATE`
  return found ?? null
}

export function countSavedSearches(tx: Tx, ownerId: string): Promise<number> {
  return tx.savedSearch.count({ where: { ownerId } })
}

export function insertSavedSearch(
  tx: Tx,
  data: Prisma.SavedSearchUncheckedCreateInput,
): Promise<SavedSearchRow> {
  return tx.savedSearch.create({ data, select: SAVED_SEARCH })
}

export function updateSavedSearch(tx: Tx, id: string, filters: string): Promise<SavedSearchRow> {
  return tx.savedSearch.update({ where: { id }, data: { filters }, select: SAVED_SEARCH })
}

/** The search that was removed; null when the person has none of that id. */
export async function deleteSavedSearch(tx: Tx, ownerId: string, id: string): Promise<SavedSearchRow | null> {
  const [removed] = await tx.$queryRaw<SavedSearchRow[]>`
    DELETE FROM saved_search WHERE id = ${id}::uuid AND "ownerId" = ${ownerId}
    RETURNING id, name, filters, "createdAt"`
  return removed ?? null
}
