import type { Router } from 'express'
import * as contract from '#contract/comments.ts'
import { notFound } from '#domain/refusals.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'
import * as store from './store.ts'
import { viewComment } from './view.ts'

export function mountComments(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listComments, async ({ query }) => {
    const subject = { type: query.subject, id: query.id }
    if (!(await store.subjectExists(db, subject))) throw notFound(subject.type)
    return toPage(
      await store.listComments(db, subject, query),
      query.limit,
      row => [row.createdAt.toISOString(), row.id],
      viewComment,
    )
  })
  bind(router, contract.createComment, ({ viewer, body }) => service.comment(deps, viewer, body))
  bind(router, contract.editComment, ({ viewer, params, body }) =>
    service.edit(deps, viewer, params.id, body),
  )
  bind(router, contract.removeComment, ({ viewer, params, query }) =>
    service.remove(deps, viewer, params.id, query.version),
  )
}
