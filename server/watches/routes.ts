import type { Router } from 'express'
import * as contract from '#contract/watches.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'

export function mountWatches(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listWatches, ({ query }) => service.listWatches(db, query))
  bind(router, contract.readWatch, ({ params }) => service.readWatch(db, params.id))
  bind(router, contract.setWatch, ({ viewer, params, body }) =>
    service.setWatch(deps, viewer, params.id, body),
  )
  bind(router, contract.visitNow, ({ params }) => service.visitNow(deps, params.id))
}
