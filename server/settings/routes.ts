import type { Router } from 'express'
import * as contract from '#contract/settings.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { updateSettings } from './service.ts'
import { findSettings } from './store.ts'

export function mountSettings(router: Router, deps: Deps): void {
  bind(router, contract.readSettings, () => findSettings(deps.database.prisma))
  bind(router, contract.updateSettings, ({ viewer, body }) => updateSettings(deps, viewer, body))
}
