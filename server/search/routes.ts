import type { Router } from 'express'
import * as contract from '#contract/search.ts'
import { audienceOf } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { search } from './service.ts'

export function mountSearch(router: Router, deps: Deps): void {
  bind(router, contract.search, ({ viewer, query }) =>
    search(deps.database.prisma, query, audienceOf(viewer)),
  )
}
