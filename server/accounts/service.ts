import { fromNodeHeaders } from 'better-auth/node'
import type { Request, Response } from 'express'
import type { Me } from '#contract/accounts.ts'
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  RefusalError,
  unauthenticated,
  unprocessable,
} from '#domain/refusals.ts'
import type { Role } from '#domain/vocabulary.ts'
import { PROVIDER_ID } from '../auth/auth.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewAccount } from './view.ts'

/** Who is asking, whether anybody has an account, and which identity providers sign-in may be left to. */
export async function describeMe({ database, auth }: Deps, viewer: Pick<Viewer, 'id'> | null): Promise<Me> {
  const account = viewer === null ? null : await store.findAccount(database.prisma, viewer.id)
  const { socialProviders } = await auth.$context
  return {
    account: account && viewAccount(account),
    accountsExist: account !== null || (await store.accountsExist(database.prisma)),
    providers: socialProviders.map(provider => ({ id: provider.id, name: provider.name })),
  }
}

/**
 * Signs in by password; the session cookie goes onto `response`. Throws `unauthenticated` for a wrong address or
 * password, `forbidden` for a disabled account, `rate_limited` after too many attempts from one address.
 */
export async function signIn(
  deps: Deps,
  request: Request,
  response: Response,
  credentials: { email: string; password: string },
): Promise<Me> {
  const answer = await forward(deps, request, '/sign-in/email', credentials)
  if (answer.status === 429)
    throw new RefusalError('rate_limited', 'Too many attempts. Wait a minute and try again.')
  if (answer.status === 403) throw forbidden('This account is disabled. Ask an admin to enable it.')
  if (!answer.ok) throw new RefusalError('unauthenticated', 'The e-mail address or the password is wrong.')
  passCookies(answer, response)
  const account = await store.findAccountByEmail(deps.database.prisma, credentials.email)
  if (account === null) throw unauthenticated()
  return describeMe(deps, account)
}

/** Ends the session and clears its cookie; without a session it does nothing. */
export async function signOut(
  deps: Deps,
  request: Request,
  response: Response,
  viewer: Viewer | null,
): Promise<Me> {
  passCookies(await forward(deps, request, '/sign-out', {}), response)
  if (viewer !== null) {
    await deps.database.prisma.$transaction(tx =>
      recordEvent(tx, { actor: viewer, action: 'account.signed_out', subjectId: viewer.id }),
    )
  }
  return describeMe(deps, null)
}

/** The address at the identity provider where a sign-in goes on. Throws `not_found` for a provider that is not set up. */
export async function startProviderSignIn(
  deps: Deps,
  request: Request,
  response: Response,
  input: { provider: string; returnTo: string },
): Promise<{ url: string }> {
  if (input.provider !== PROVIDER_ID) throw notFound('identity provider')
  const errorCallbackURL = '/sign-in'
  const answer = await forward(deps, request, '/sign-in/social', {
    provider: input.provider,
    callbackURL: input.returnTo,
    errorCallbackURL,
  })
  const body: unknown = await answer.json()
  if (
    !answer.ok ||
    typeof body !== 'object' ||
    body === null ||
    !('url' in body) ||
    typeof body.url !== 'string'
  ) {
    throw unprocessable('The identity provider cannot be reached. Sign in with a password, or tell an admin.')
  }
  passCookies(answer, response)
  return { url: body.url }
}

/** Changes one's own password and ends every other session. Throws `invalid` when the current one is wrong. */
export async function changePassword(
  deps: Deps,
  request: Request,
  response: Response,
  viewer: Viewer,
  input: { current: string; password: string },
): Promise<Me> {
  const answer = await deps.auth.api.changePassword({
    headers: fromNodeHeaders(request.headers),
    body: { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true },
    asResponse: true,
  })
  if (!answer.ok)
    throw invalid('The current password is wrong.', [
      { path: 'current', message: 'This is not your current password.' },
    ])
  passCookies(answer, response)
  await deps.database.prisma.$transaction(tx =>
    recordEvent(tx, { actor: viewer, action: 'account.password_set', subjectId: viewer.id }),
  )
  return describeMe(deps, viewer)
}

/**
 * Changes a name, a role or whether the account is disabled. Throws `not_found`, `conflict` with the account as it
 * stands on an old version, `unprocessable` when no admin would be left.
 */
export async function updateAccount(
  deps: Deps,
  actor: Viewer,
  id: string,
  input: {
    version: number
    name?: string | undefined
    role?: Role | undefined
    disabled?: boolean | undefined
  },
): Promise<store.AccountRow> {
  return deps.database.prisma.$transaction(async tx => {
    const before = await getAccount(tx, id)
    const losesAdmin =
      before.role === 'admin' && ((input.role ?? 'admin') !== 'admin' || input.disabled === true)
    if (losesAdmin && (await store.lockAdmins(tx)).every(admin => admin === id))
      throw unprocessable('Make somebody else an admin first: there must be one.')
    const changes = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.role !== undefined && { role: input.role }),
      ...(input.disabled !== undefined && { disabledAt: input.disabled ? deps.now() : null }),
    }
    if ((await store.updateAccount(tx, id, input.version, changes)) === 0)
      throw conflict('Somebody else changed this account first.', viewAccount(await getAccount(tx, id)))
    if (input.disabled) await store.endSessions(tx, id)
    const { version: _, ...fields } = input
    await recordEvent(tx, {
      actor,
      action: 'account.updated',
      subjectId: id,
      from: { name: before.name, role: before.role, disabled: before.disabledAt !== null },
      to: fields,
    })
    return getAccount(tx, id)
  })
}

async function getAccount(tx: Tx, id: string): Promise<store.AccountRow> {
  const account = await store.findAccount(tx, id)
  if (account === null) throw notFound('account')
  return account
}

/** Hands a request to better-auth's own handler, where its rate limit lives, as if it came from our own page. */
async function forward(
  { auth, publicUrl }: Deps,
  request: Request,
  path: string,
  body: object,
): Promise<globalThis.Response> {
  const headers = fromNodeHeaders(request.headers)
  headers.set('origin', publicUrl)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return auth.handler(
    new globalThis.Request(`${publicUrl}/api/auth${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    }),
  )
}

function passCookies(answer: globalThis.Response, response: Response): void {
  for (const cookie of answer.headers.getSetCookie()) response.append('set-cookie', cookie)
}
