import type { Router } from 'express'
import * as contract from '#contract/capture.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as service from './service.ts'

export function mountCapture(router: Router, deps: Deps): void {
  const db = deps.database.prisma
  bind(router, contract.readFile, ({ query, body, request }) => {
    const { type, charset } = readType(request.get('content-type') ?? '')
    return service.readFile(body, { type, charset, name: query.name ?? null, url: null })
  })
  bind(router, contract.startCapture, ({ viewer, body }) => service.startCapture(deps, viewer, body))
  bind(router, contract.readCapture, ({ viewer, params }) => service.readCapture(db, viewer, params.id))
  bind(router, contract.retryCapture, ({ viewer, params }) => service.retryCapture(deps, viewer, params.id))
}

/** A browser that does not know a file's type says `application/octet-stream`. */
function readType(content: string): { type: string | null; charset: string | null } {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(content)?.[1]?.toLowerCase() ?? null
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(content)?.[1] ?? null
  return { type: type === 'application/octet-stream' ? null : type, charset }
}
