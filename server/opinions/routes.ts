import type { Router } from 'express'
import * as contract from '#contract/opinions.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import type { Adviser } from './adviser.ts'
import { askOpinions, readAdvisers, readOpinions } from './service.ts'

export function mountOpinions(router: Router, deps: Deps, advisers: readonly Adviser[]): void {
  const db = deps.database.prisma
  bind(router, contract.listOpinions, ({ viewer, params }) => readOpinions(db, viewer, params.id))
  bind(router, contract.askOpinions, ({ viewer, params }) => askOpinions(deps, advisers, viewer, params.id))
  bind(router, contract.listAdvisers, async () => ({ advisers: await readAdvisers(db, advisers) }))
}
