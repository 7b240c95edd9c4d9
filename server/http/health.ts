import type { Router } from 'express'
import { readHealth } from '#contract/health.ts'
import type { Deps } from '../deps.ts'
import { bind } from './bind.ts'

export function mountHealth(router: Router, { database }: Deps): void {
  bind(router, readHealth, async () => {
    await database.pool.query('SELECT 1')
    return { ok: true as const, engine: database.engine }
  })
}
