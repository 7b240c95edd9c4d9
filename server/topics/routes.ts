import type { Router } from 'express'
import * as contract from '#contract/topics.ts'
import { audienceOf } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'
import { listTopics, matchTopics } from './store.ts'
import { viewTopic } from './view.ts'

export function mountTopics(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listTopics, async ({ viewer, query }) => {
    const q = query.q?.trim() ?? ''
    const audience = audienceOf(viewer)
    if (q !== '')
      return { items: (await matchTopics(db, q, query.limit, audience)).map(viewTopic), next: null }
    return toPage(
      await listTopics(db, query, audience),
      query.limit,
      row => [row.sortName, row.id],
      viewTopic,
    )
  })
  bind(router, contract.createTopic, ({ viewer, body }) => service.createTopic(deps, viewer, body.name))
  bind(router, contract.renameTopic, ({ viewer, params, body }) =>
    service.renameTopic(deps, viewer, params.id, body),
  )
}
