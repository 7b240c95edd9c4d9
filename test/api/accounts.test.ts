import * as contract from '#contract/accounts.ts'
import { expect, test } from 'vitest'
import { makeFirstAdminLink } from '../../server/accounts/links.ts'
import { useApi } from '../support/api.ts'

const api = useApi()
const PASSWORD = 'a long enough password'
const secretOf = (url: string | null) => url?.split('#')[1] ?? ''

test('the first admin is made by a one-time link, which then is dead', async () => {
  const secret = secretOf(await makeFirstAdminLink(api.deps))
  const link = await api.anonymous.call(contract.readAccountLink, { body: { secret } })
  expect(link.kind).toBe('first_admin')
  const body = { secret, name: 'Ada', email: 'Ada@Example.org', password: PASSWORD }
  const me = await api.anonymous.call(contract.useAccountLink, { body })
  expect(me.account).toMatchObject({ name: 'Ada', email: 'ada@example.org', role: 'admin' })
  await expect(api.anonymous.call(contract.useAccountLink, { body })).rejects.toMatchObject({ status: 404 })
  expect(await makeFirstAdminLink(api.deps)).toBeNull()
})
