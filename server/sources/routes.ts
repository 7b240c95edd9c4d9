import * as contract from '#contract/sources.ts'
import type { Router } from 'express'
import { audienceOf } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'

export function mountSources(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.createSource, ({ viewer, body }) => service.createSource(deps, viewer, body))
  bind(router, contract.readSource, ({ viewer, params }) =>
    service.readSource(db, params.id, audienceOf(viewer)),
  )
  bind(router, contract.readSnapshot, ({ viewer, params }) =>
    service.readSnapshot(db, params.id, audienceOf(viewer)),
  )
}
