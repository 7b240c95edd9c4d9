import type { Router } from 'express'
import * as contract from '#contract/suggestions.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { check } from './check.ts'
import { countQueue, listQueue, readPrecision } from './queue.ts'

export function mountSuggestions(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.listSuggestions, ({ viewer, query }) => listQueue(db, viewer, query))
  bind(router, contract.countSuggestions, ({ viewer, query }) => countQueue(db, viewer, query))
  bind(router, contract.readPrecision, () => readPrecision(db))
  bind(router, contract.checkStatement, ({ body }) => check(db, body))
}
