import type { Router } from 'express'
import * as contract from '#contract/scans.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'
import * as store from './store.ts'
import { viewScan } from './view.ts'

export function mountScans(router: Router, deps: Deps): void {
  bind(router, contract.listScans, async ({ query }) =>
    toPage(
      await store.listScans(deps.database.prisma, query),
      query.limit,
      row => [row.id],
      row => viewScan(row, deps.now()),
    ),
  )
  bind(router, contract.startScan, ({ viewer }) => service.start(deps, viewer))
  bind(router, contract.pauseScan, ({ viewer, params }) => service.change(deps, viewer, params.id, 'pause'))
  bind(router, contract.resumeScan, ({ viewer, params }) => service.change(deps, viewer, params.id, 'resume'))
  bind(router, contract.cancelScan, ({ viewer, params }) => service.change(deps, viewer, params.id, 'cancel'))
}
