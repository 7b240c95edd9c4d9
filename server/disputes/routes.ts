import type { Router } from 'express'
import * as contract from '#contract/disputes.ts'
import { notFound } from '#domain/refusals.ts'
import { audienceOf } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { findFollowing, setFollowing } from './follow-store.ts'
import { getDispute, listDisputeItems } from './read.ts'
import * as service from './service.ts'

export function mountDisputes(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listDisputes, ({ query: { from, to, ...query }, viewer }) =>
    listDisputeItems(db, { ...query, from: from?.from ?? null, to: to?.to ?? null }, audienceOf(viewer)),
  )
  bind(router, contract.createDispute, ({ viewer, body }) => service.openDispute(deps, viewer, body))
  bind(router, contract.readDispute, ({ params, viewer }) => getDispute(db, { slug: params.slug }, viewer))
  bind(router, contract.updateDispute, ({ viewer, params, body }) =>
    service.updateDispute(deps, viewer, params.id, body),
  )
  bind(router, contract.arrangePositions, ({ viewer, params, body }) =>
    service.arrangePositions(deps, viewer, params.id, body),
  )
  bind(router, contract.readFollowing, async ({ viewer, params }) => {
    const following = await findFollowing(db, params.id, viewer.id, audienceOf(viewer))
    if (following === null) throw notFound('disputed point')
    return { following }
  })
  bind(router, contract.setFollowing, async ({ viewer, params, body: { following } }) => {
    if ((await findFollowing(db, params.id, viewer.id, audienceOf(viewer))) === null)
      throw notFound('disputed point')
    await setFollowing(db, params.id, viewer.id, following)
    return { following }
  })
  bind(router, contract.publishDispute, ({ viewer, params, body }) =>
    service.publish(deps, viewer, params.id, body.version),
  )
  bind(router, contract.unpublishDispute, ({ viewer, params, body }) =>
    service.unpublish(deps, viewer, params.id, body.version),
  )
}
