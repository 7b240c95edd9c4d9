import type { Router } from 'express'
import * as contract from '#contract/relations.ts'
import { audienceOf } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { readAgreement } from './agreement.ts'
import { assign } from './assign.ts'
import { decide, undo } from './decide.ts'
import { decideSeveral } from './decide-several.ts'
import { getRelation, listDecisionsOf, listRelationItems } from './read.ts'
import { markReasons, propose } from './service.ts'

export function mountRelations(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listRelations, ({ query, viewer }) =>
    listRelationItems(db, query, audienceOf(viewer)),
  )
  bind(router, contract.createRelation, ({ viewer, body: { supersederId, ...body } }) =>
    propose(deps, viewer, { ...body, supersederId: supersederId ?? null }),
  )
  bind(router, contract.readRelation, ({ params, viewer }) => getRelation(db, params.id, viewer))
  bind(router, contract.markReasons, ({ viewer, params, body }) => markReasons(deps, viewer, params.id, body))
  bind(router, contract.decide, ({ viewer, params, body: { supersederId, ...body } }) =>
    decide(deps, viewer, params.id, { ...body, supersederId: supersederId ?? null }),
  )
  bind(router, contract.undoDecision, ({ viewer, params, body }) => undo(deps, viewer, params.id, body))
  bind(router, contract.decideSeveral, ({ viewer, body }) => decideSeveral(deps, viewer, body))
  bind(router, contract.assignRelation, ({ viewer, params, body }) => assign(deps, viewer, params.id, body))
  bind(router, contract.readAgreement, () => readAgreement(db))
  bind(router, contract.listDecisions, ({ query, params, viewer }) =>
    listDecisionsOf(db, params.id, query, viewer),
  )
}
