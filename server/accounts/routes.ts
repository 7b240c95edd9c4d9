import { toNodeHandler } from 'better-auth/node'
import type { Router } from 'express'
import * as contract from '#contract/accounts.ts'
import { PROVIDER_ID } from '../auth/auth.ts'
import type { SessionReader } from '../auth/session.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as links from './links.ts'
import * as service from './service.ts'
import * as store from './store.ts'
import { viewAccount, viewAccountLink } from './view.ts'

export function mountAccounts(router: Router, deps: Deps, sessions: SessionReader): void {
  const db = deps.database.prisma
  // The one address of better-auth's own that a browser visits: where an identity provider sends people back to.
  router.get(`/api/auth/callback/${PROVIDER_ID}`, toNodeHandler(deps.auth))

  bind(router, contract.readMe, ({ viewer }) => service.describeMe(deps, viewer))
  bind(router, contract.updateMe, async ({ viewer, body }) => {
    await service.updateAccount(deps, viewer, viewer.id, body)
    sessions.forgetAll()
    return service.describeMe(deps, viewer)
  })
  bind(router, contract.changePassword, async ({ viewer, body, request, response }) => {
    const me = await service.changePassword(deps, request, response, viewer, body)
    sessions.forgetAll()
    return me
  })
  bind(router, contract.signIn, ({ body, request, response }) =>
    service.signIn(deps, request, response, body),
  )
  bind(router, contract.signOut, async ({ viewer, request, response }) => {
    const me = await service.signOut(deps, request, response, viewer)
    sessions.forgetAll()
    return me
  })
  bind(router, contract.startProviderSignIn, ({ body, request, response }) =>
    service.startProviderSignIn(deps, request, response, body),
  )

  bind(router, contract.listAccounts, async ({ query }) =>
    toPage(
      await store.listAccounts(db, query),
      query.limit,
      row => [row.createdAt.toISOString(), row.id],
      viewAccount,
    ),
  )
  bind(router, contract.listEditors, async () => ({ items: await store.listEditors(db) }))
  bind(router, contract.listPeople, async ({ query }) => ({ items: await store.listPeople(db, query.q) }))
  bind(router, contract.updateAccount, async ({ viewer, params, body }) => {
    const account = await service.updateAccount(deps, viewer, params.id, body)
    sessions.forgetAll()
    return viewAccount(account)
  })
  bind(router, contract.resetPassword, async ({ viewer, params }) => {
    const { row, url } = await links.makeResetLink(deps, viewer, params.id)
    return { ...viewAccountLink(row), url }
  })

  bind(router, contract.listInvitations, async ({ query }) =>
    toPage(
      await store.listOpenInvitations(db, deps.now(), query),
      query.limit,
      row => [row.id],
      viewAccountLink,
    ),
  )
  bind(router, contract.invite, async ({ viewer, body }) => {
    const { row, url } = await links.invite(deps, viewer, body)
    return { ...viewAccountLink(row), url }
  })
  bind(router, contract.revokeInvitation, async ({ viewer, params }) =>
    viewAccountLink(await links.revokeInvitation(deps, viewer, params.id)),
  )

  bind(router, contract.readAccountLink, async ({ body }) =>
    viewAccountLink(await links.readLink(deps, body.secret)),
  )
  bind(router, contract.useAccountLink, async ({ body, request, response }) => {
    const { email } = await links.useLink(deps, body)
    sessions.forgetAll()
    return service.signIn(deps, request, response, { email, password: body.password })
  })
}
