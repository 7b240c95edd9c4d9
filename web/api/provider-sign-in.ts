import { startProviderSignIn as startEndpoint } from '#contract/accounts.ts'
import { call } from './call.ts'

/** Asks where the identity provider's page is; `returnTo` is the path to come back to. */
export async function startProviderSignIn(provider: string, returnTo: string): Promise<string> {
  const { url } = await call(startEndpoint, { body: { provider, returnTo } })
  return url
}
