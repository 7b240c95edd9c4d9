import type { Router } from 'express'
import * as contract from '#contract/speakers.ts'
import { audienceOf } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { listSpeakers, matchSpeakers } from './list-store.ts'
import * as service from './service.ts'
import { viewSpeaker } from './view.ts'

export function mountSpeakers(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listSpeakers, async ({ viewer, query }) => {
    const q = query.q?.trim() ?? ''
    const audience = audienceOf(viewer)
    if (q !== '')
      return { items: (await matchSpeakers(db, q, query.limit, audience)).map(viewSpeaker), next: null }
    return toPage(
      await listSpeakers(db, query, audience),
      query.limit,
      row => [row.sortName, row.id],
      viewSpeaker,
    )
  })
  bind(router, contract.createSpeaker, ({ viewer, body }) => service.createSpeaker(deps, viewer, body))
  bind(router, contract.readSpeaker, ({ viewer, params }) =>
    service.readSpeaker(db, params.id, audienceOf(viewer)),
  )
  bind(router, contract.updateSpeaker, ({ viewer, params, body }) =>
    service.updateSpeaker(deps, viewer, params.id, body),
  )
}
