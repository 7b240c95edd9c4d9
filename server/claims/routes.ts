import * as contract from '#contract/claims.ts'
import type { Router } from 'express'
import { audienceOf } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { readClaim } from './read.ts'
import * as service from './service.ts'

export function mountClaims(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.createClaim, ({ viewer, body }) => service.createClaim(deps, viewer, body))
  bind(router, contract.readClaim, ({ viewer, params }) => readClaim(db, params.id, audienceOf(viewer)))
}
