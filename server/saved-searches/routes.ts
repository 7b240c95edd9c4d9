import type { Router } from 'express'
import * as contract from '#contract/saved-searches.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'
import * as store from './store.ts'
import { viewSavedSearch } from './view.ts'

export function mountSavedSearches(router: Router, deps: Deps): void {
  bind(router, contract.listSavedSearches, async ({ viewer }) => ({
    items: (await store.listSavedSearches(deps.database.prisma, viewer.id)).map(viewSavedSearch),
  }))
  bind(router, contract.saveSearch, ({ viewer, body }) => service.saveSearch(deps, viewer, body))
  bind(router, contract.removeSavedSearch, async ({ viewer, params }) => {
    await service.removeSavedSearch(deps, viewer, params.id)
    return {}
  })
}
