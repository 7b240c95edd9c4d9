import type { Router } from 'express'
import * as contract from '#contract/sources.ts'
import { audienceOf } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { readFilter } from './filter.ts'
import { listOutlets, listSources } from './list-store.ts'
import * as service from './service.ts'
import { viewSourceItem } from './view.ts'

export function mountSources(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listSources, async ({ viewer, query }) => {
    const rows = await listSources(db, readFilter(query), query, audienceOf(viewer))
    return toPage(rows, query.limit, row => [row.createdAt.toISOString(), row.id], viewSourceItem)
  })
  bind(router, contract.createSource, ({ viewer, body }) => service.createSource(deps, viewer, body))
  bind(router, contract.readSource, ({ viewer, params }) =>
    service.readSource(db, params.id, audienceOf(viewer)),
  )
  bind(router, contract.updateSource, ({ viewer, params, body }) =>
    service.updateSource(deps, viewer, params.id, body),
  )
  bind(router, contract.addSnapshot, ({ viewer, params, body }) =>
    service.addSnapshot(deps, viewer, params.id, body),
  )
  bind(router, contract.listCopies, ({ params }) => service.listCopies(db, params.id))
  bind(router, contract.readSnapshot, ({ viewer, params }) =>
    service.readSnapshot(db, params.id, audienceOf(viewer)),
  )
  bind(router, contract.listOutlets, async ({ viewer, query }) => ({
    items: await listOutlets(db, query.q?.trim() ?? '', audienceOf(viewer)),
  }))
}
