import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as contract from '#contract/accounts.ts'
import { makeFirstAdminLink } from '../../server/accounts/links.ts'
import { type Client, useApi } from '../support/api.ts'
import { clientOf } from '../support/client.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const PASSWORD = 'a long enough password'
const EMAIL = 'new@example.org'
const secretOf = (url: string | null) => url?.split('#')[1] ?? ''

const invite = async (email = EMAIL, role: contract.Account['role'] = 'researcher') =>
  (await api.as('admin')).call(contract.invite, { body: { email, role } })

const join = (url: string | null, more: { name?: string; email?: string; password?: string } = {}) =>
  api.anonymous.call(contract.useAccountLink, {
    body: { secret: secretOf(url), name: 'New', password: PASSWORD, ...more },
  })

/** Signs in as a browser does, and returns a client with the session that it got. */
async function signIn(email: string, password: string): Promise<Client> {
  const answer = await api.anonymous.send('post', '/api/session', { email, password })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie().map(cookie => cookie.split(';')[0] ?? '')
  return clientOf(api.url, null, cookie.join('; '))
}

describe('the first admin', () => {
  test('is made by a one-time link, which then is dead', async () => {
    const secret = secretOf(await makeFirstAdminLink(api.deps))
    const link = await api.anonymous.call(contract.readAccountLink, { body: { secret } })
    expect(link.kind).toBe('first_admin')
    const body = { secret, name: 'Ada', email: 'Ada@Example.org', password: PASSWORD }
    const me = await api.anonymous.call(contract.useAccountLink, { body })
    expect(me.account).toMatchObject({ name: 'Ada', email: 'ada@example.org', role: 'admin' })
    await expect(api.anonymous.call(contract.useAccountLink, { body })).rejects.toMatchObject({ status: 404 })
    expect(await makeFirstAdminLink(api.deps)).toBeNull()
  })

  test('is asked for what is missing, and the link stays good', async () => {
    const link = await makeFirstAdminLink(api.deps)
    const use = (body: object) => api.anonymous.send('post', '/api/account-links/use', body)
    const secret = secretOf(link)
    expect((await use({ secret, password: PASSWORD })).status).toBe(400)
    expect((await use({ secret, password: 'short', name: 'Ada', email: 'ada@example.org' })).status).toBe(400)
    expect((await use({ secret, password: PASSWORD, name: 'Ada', email: 'ada@example.org' })).status).toBe(
      201,
    )
  })

  test('a newer link ends those before it', async () => {
    const old = await makeFirstAdminLink(api.deps)
    const fresh = await makeFirstAdminLink(api.deps)
    await expect(join(old, { email: EMAIL })).rejects.toMatchObject({ status: 404 })
    expect((await join(fresh, { email: EMAIL })).account?.role).toBe('admin')
  })
})

describe('invitations', () => {
  test('are taken up once, with the address and role they name', async () => {
    const { url, ...invitation } = await invite('New@Example.org')
    expect(invitation).toMatchObject({ kind: 'invitation', email: EMAIL, role: 'researcher' })
    const admin = await api.as('admin')
    expect((await admin.call(contract.listInvitations)).items).toEqual([invitation])
    const body = { secret: secretOf(url) }
    expect(await api.anonymous.call(contract.readAccountLink, { body })).toEqual(invitation)
    const { account } = await join(url, { email: 'else@example.org' })
    expect(account).toMatchObject({ name: 'New', email: EMAIL, role: 'researcher', disabled: false })
    expect((await admin.call(contract.listInvitations)).items).toEqual([])
    await expect(join(url)).rejects.toMatchObject({ status: 404 })
    await expect(api.anonymous.call(contract.readAccountLink, { body })).rejects.toMatchObject({
      status: 404,
    })
    await expect(invite()).rejects.toMatchObject({ status: 409 })
  })

  test('two people cannot take up one at the same moment', async () => {
    const { url } = await invite()
    const results = await Promise.allSettled([join(url), join(url, { name: 'Other' })])
    expect(results.map(result => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('another one for the same address ends the first', async () => {
    const [old, fresh] = [await invite(), await invite(EMAIL, 'editor')]
    await expect(join(old.url)).rejects.toMatchObject({ status: 404 })
    expect((await join(fresh.url)).account?.role).toBe('editor')
  })

  test('are revoked once, and end by themselves', async () => {
    const admin = await api.as('admin')
    const { id, url } = await invite()
    const revoke = (id: string) => admin.call(contract.revokeInvitation, { params: { id } })
    expect(await revoke(id)).toMatchObject({ id })
    await expect(join(url)).rejects.toMatchObject({ status: 404 })
    await expect(revoke(id)).rejects.toMatchObject({ status: 409 })
    await expect(revoke(randomUUID())).rejects.toMatchObject({ status: 404 })
    const { id: stale, url: old } = await invite()
    await api.deps.database.prisma.accountLink.update({
      where: { id: stale },
      data: { expiresAt: new Date(0) },
    })
    await expect(join(old)).rejects.toMatchObject({ status: 404 })
    expect((await admin.call(contract.listInvitations)).items).toEqual([])
  })

  test('what cannot be invited or joined with', async () => {
    const admin = await api.as('admin')
    const refused = await admin.send('post', '/api/invitations', { email: 'nobody', role: 'owner' })
    expect(refused.status).toBe(400)
    const { url } = await invite()
    expect(await issuesOf(join(url, { password: '123456789' }))).toEqual([400, 'password'])
    expect(await issuesOf(join(url, { name: ' ' }))).toEqual([400, 'name'])
    const body = { secret: secretOf(url), password: PASSWORD }
    expect(await issuesOf(api.anonymous.call(contract.useAccountLink, { body }))).toEqual([400, 'name'])
    await expect(join('/join#nonsense')).rejects.toMatchObject({ status: 404 })
  })
})

describe('signing in and out', () => {
  test('with the password, and no other', async () => {
    await join((await invite()).url)
    const client = await signIn('NEW@example.org', PASSWORD)
    expect((await client.call(contract.readMe)).account?.email).toBe(EMAIL)
    for (const [email, password] of [
      [EMAIL, 'a wrong password'],
      ['nobody@example.org', PASSWORD],
    ] as const) {
      const { status, body } = await refusalOf(
        api.anonymous.call(contract.signIn, { body: { email, password } }),
      )
      expect([status, body.message]).toEqual([401, 'The e-mail address or the password is wrong.'])
    }
    expect((await client.call(contract.signOut)).account).toBeNull()
    expect((await client.call(contract.readMe)).account).toBeNull()
  })

  test('without a session signing out does nothing', async () => {
    expect((await api.anonymous.call(contract.signOut)).account).toBeNull()
  })

  test('no identity provider is set up', async () => {
    expect((await api.anonymous.call(contract.readMe)).providers).toEqual([])
    const body = { provider: 'oidc' }
    await expect(api.anonymous.call(contract.startProviderSignIn, { body })).rejects.toMatchObject({
      status: 422,
    })
    const unknown = { provider: 'somewhere' }
    await expect(api.anonymous.call(contract.startProviderSignIn, { body: unknown })).rejects.toMatchObject({
      status: 404,
    })
    const elsewhere = { provider: 'oidc', returnTo: '//elsewhere.example' }
    expect(await issuesOf(api.anonymous.call(contract.startProviderSignIn, { body: elsewhere }))).toEqual([
      400,
      'returnTo',
    ])
  })
})

describe('one’s own account', () => {
  test('has a name that can be changed', async () => {
    const reader = await api.as('reader')
    const rename = (version: number, name: string) =>
      reader.call(contract.updateMe, { body: { version, name } })
    expect((await rename(1, ' Ada ')).account).toMatchObject({ name: 'Ada', version: 2 })
    const late = await refusalOf(rename(1, 'Bea'))
    expect(late).toMatchObject({ status: 409, body: { current: { name: 'Ada', version: 2 } } })
    expect(await issuesOf(rename(2, ' '))).toEqual([400, 'name'])
  })

  test('has a password whose change ends every other session', async () => {
    await join((await invite()).url)
    const [here, there] = [await signIn(EMAIL, PASSWORD), await signIn(EMAIL, PASSWORD)]
    const change = (current: string, password: string) =>
      here.call(contract.changePassword, { body: { current, password } })
    expect(await issuesOf(change('a wrong password', 'another long password'))).toEqual([400, 'current'])
    expect(await issuesOf(change(PASSWORD, 'short'))).toEqual([400, 'password'])
    const answer = await here.send('post', '/api/me/password', {
      current: PASSWORD,
      password: 'another long password',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).not.toEqual([])
    expect((await there.call(contract.readMe)).account).toBeNull()
    await signIn(EMAIL, 'another long password')
    await expect(
      api.anonymous.call(contract.signIn, { body: { email: EMAIL, password: PASSWORD } }),
    ).rejects.toMatchObject({ status: 401 })
  })
})

describe('a new password by an admin’s link', () => {
  test('ends the old one and every session', async () => {
    const id = (await join((await invite()).url)).account?.id ?? ''
    const before = await signIn(EMAIL, PASSWORD)
    const admin = await api.as('admin')
    const make = (id: string) => admin.call(contract.resetPassword, { params: { id } })
    const [old, link] = [await make(id), await make(id)]
    expect(link).toMatchObject({ kind: 'password_reset', email: EMAIL, role: null })
    const reset = (url: string, password: string) =>
      api.anonymous.call(contract.useAccountLink, { body: { secret: secretOf(url), password } })
    await expect(reset(old.url, PASSWORD)).rejects.toMatchObject({ status: 404 })
    expect((await reset(link.url, 'another long password')).account?.id).toBe(id)
    await expect(reset(link.url, PASSWORD)).rejects.toMatchObject({ status: 404 })
    expect((await before.call(contract.readMe)).account).toBeNull()
    await signIn(EMAIL, 'another long password')
    await expect(make('nobody')).rejects.toMatchObject({ status: 404 })
  })

  test('gives one to an account that had none', async () => {
    const reader = await api.as('reader')
    const admin = await api.as('admin')
    const { url } = await admin.call(contract.resetPassword, { params: { id: reader.viewer?.id ?? '' } })
    const body = { secret: secretOf(url), password: PASSWORD }
    const { account } = await api.anonymous.call(contract.useAccountLink, { body })
    await signIn(account?.email ?? '', PASSWORD)
  })
})

type Change = z.input<typeof contract.updateAccount.body>

const update = (who: Client, id: string, body: Change) =>
  who.call(contract.updateAccount, { params: { id }, body })

describe('people', () => {
  test('get another role, or are shut out and let in again', async () => {
    const [admin, reader] = [await api.as('admin'), await api.as('reader')]
    const id = reader.viewer?.id ?? ''
    expect(await update(admin, id, { version: 1, role: 'editor' })).toMatchObject({
      role: 'editor',
      version: 2,
    })
    const out = await update(admin, id, { version: 2, disabled: true })
    expect(out).toMatchObject({ role: 'editor', disabled: true, version: 3 })
    await expect(update(admin, id, { version: 2, role: 'admin' })).rejects.toMatchObject({
      status: 409,
      body: { current: out },
    })
    expect(await update(admin, id, { version: 3, disabled: false })).toMatchObject({ disabled: false })
    await expect(update(admin, 'nobody', { version: 1 })).rejects.toMatchObject({ status: 404 })
  })

  test('the last admin cannot go', async () => {
    const [admin, other] = [await api.as('admin'), await api.as('admin', 'two')]
    const [id, otherId] = [admin.viewer?.id ?? '', other.viewer?.id ?? '']
    await update(admin, otherId, { version: 1, role: 'editor' })
    for (const change of [{ role: 'reader' as const }, { disabled: true }])
      await expect(update(admin, id, { version: 1, ...change })).rejects.toMatchObject({ status: 422 })
    await update(admin, otherId, { version: 2, role: 'admin' })
    expect(await update(admin, id, { version: 1, disabled: true })).toMatchObject({ disabled: true })
    await expect(update(other, otherId, { version: 3, disabled: true })).rejects.toMatchObject({
      status: 422,
    })
  })

  test('nor can the last two admins shut each other out', async () => {
    const [one, two] = [await api.as('admin'), await api.as('admin', 'two')]
    const results = await Promise.allSettled([
      update(one, two.viewer?.id ?? '', { version: 1, role: 'reader' }),
      update(two, one.viewer?.id ?? '', { version: 1, disabled: true }),
    ])
    expect(results.map(result => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('the pages joined are the whole list, newest first', async () => {
    const admin = await api.as('admin')
    for (const number of [1, 2, 3, 4]) await api.as('reader', `number ${number}`)
    await api.deps.database.prisma.user.updateMany({
      where: { role: 'reader' },
      data: { createdAt: new Date() },
    })
    const whole = (await admin.call(contract.listAccounts, { query: { limit: 100 } })).items
    expect(whole.map(account => account.role)).toEqual(['reader', 'reader', 'reader', 'reader', 'admin'])
    const seen: contract.Account[] = []
    let cursor: string | undefined
    do {
      const page = await admin.call(contract.listAccounts, { query: { limit: 2, cursor } })
      seen.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(whole)
    const query = { cursor: 'nonsense' }
    expect(await issuesOf(admin.call(contract.listInvitations, { query }))).toEqual([400, 'cursor'])
  })
})
