import type { SavedSearch } from '#contract/saved-searches.ts'
import type { SavedSearchRow } from './store.ts'

export function viewSavedSearch({ id, name, filters, createdAt }: SavedSearchRow): SavedSearch {
  return { id, name, filters, createdAt: createdAt.toISOString() }
}
