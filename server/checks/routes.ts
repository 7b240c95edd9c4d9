import type { Router } from 'express'
import * as contract from '#contract/checks.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'
import { listReports } from './store.ts'
import { viewReportItem } from './view.ts'

export function mountChecks(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.checkText, ({ body }) => service.checkText(db, body.text))
  bind(router, contract.checkSentences, ({ body }) => service.compareAll(db, body.sentences))
  bind(router, contract.listReports, async ({ query }) =>
    toPage(
      await listReports(db, query),
      query.limit,
      row => [row.createdAt.toISOString(), row.id],
      viewReportItem,
    ),
  )
  bind(router, contract.keepReport, ({ viewer, body }) => service.keep(deps, viewer, body))
  bind(router, contract.readReport, ({ params }) => service.read(db, params.id))
  bind(router, contract.removeReport, ({ viewer, params }) => service.remove(deps, viewer, params.id))
}
