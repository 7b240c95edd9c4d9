import type { Router } from 'express'
import * as contract from '#contract/keys.ts'
import { forbidden } from '#domain/refusals.ts'
import type { SessionReader } from '../auth/session.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'
import { listKeys } from './store.ts'
import { viewKey } from './view.ts'

export function mountKeys(router: Router, deps: Deps, sessions: SessionReader): void {
  bind(router, contract.listApiKeys, async ({ viewer, query }) => {
    if (query.all && viewer.role !== 'admin') throw forbidden('Only admins list the keys of everybody.')
    const rows = await listKeys(deps.database.prisma, query.all ? null : viewer.id, query)
    return toPage(rows, query.limit, row => [row.id], viewKey)
  })
  bind(router, contract.createApiKey, ({ viewer, body }) => service.makeKey(deps, viewer, body))
  bind(router, contract.revokeApiKey, async ({ viewer, params }) => {
    const key = await service.revokeKey(deps, viewer, params.id)
    sessions.forgetAll()
    return viewKey(key)
  })
}
