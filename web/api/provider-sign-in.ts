import { z } from 'zod'
import { ApiError } from './api-error.ts'

const Start = z.object({ url: z.string() })

/** Asks the session library where the identity provider's page is. Its routes stand outside the contract. */
export async function startProviderSignIn(provider: string, returnTo: string): Promise<string> {
  const response = await fetch('/api/auth/sign-in/social', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider, callbackURL: returnTo, errorCallbackURL: '/sign-in' }),
  })
  const start = Start.safeParse(response.ok ? await response.json() : undefined)
  if (start.success) return start.data.url
  throw new ApiError({
    status: response.status,
    code: 'internal',
    message: 'The identity provider cannot be reached. Try again, or sign in with your password.',
  })
}
