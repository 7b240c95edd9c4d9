import type { Router } from 'express'
import * as lists from '#contract/claim-lists.ts'
import * as contract from '#contract/claims.ts'
import { notFound } from '#domain/refusals.ts'
import { audienceOf } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as appearances from './appearances.ts'
import { listClaimItems, listClaimsOfSnapshot, readFacets, readPage } from './list.ts'
import { readClaim } from './read.ts'
import { claimIsShown, listRevisions } from './revision-store.ts'
import * as service from './service.ts'
import { viewRevision } from './view.ts'

export function mountClaims(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, lists.listClaims, ({ viewer, query }) => listClaimItems(db, query, audienceOf(viewer)))
  bind(router, lists.readClaimFacets, ({ viewer, query }) => readFacets(db, query, audienceOf(viewer)))
  bind(router, contract.createClaim, ({ viewer, body }) => service.createClaim(deps, viewer, body))
  bind(router, contract.readClaim, ({ viewer, params }) => readClaim(db, params.id, audienceOf(viewer)))
  bind(router, contract.updateClaim, ({ viewer, params, body }) =>
    service.updateClaim(deps, viewer, params.id, body),
  )
  bind(router, contract.listClaimRevisions, async ({ viewer, params, query }) => {
    if (!(await claimIsShown(db, params.id, audienceOf(viewer)))) throw notFound('claim')
    const rows = await listRevisions(db, params.id, query)
    return toPage(rows, query.limit, row => [row.number], viewRevision)
  })

  bind(router, contract.addAppearance, ({ viewer, params, body }) =>
    appearances.addAppearance(deps, viewer, params.id, body.quote),
  )
  bind(router, contract.markFirstAppearance, ({ viewer, params }) =>
    appearances.markFirst(deps, viewer, params.id, params.appearanceId),
  )
  bind(router, contract.removeAppearance, ({ viewer, params }) =>
    appearances.removeAppearance(deps, viewer, params.id, params.appearanceId),
  )

  bind(router, lists.listSnapshotClaims, ({ viewer, params, query }) =>
    listClaimsOfSnapshot(db, params.id, query, audienceOf(viewer)),
  )
  bind(router, lists.readPage, ({ viewer, query }) => readPage(db, query, audienceOf(viewer)))
}
