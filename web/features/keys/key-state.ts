import type { ApiKey } from '#contract/keys.ts'

/** Whether a key still counts at `now` (milliseconds since 1970), and if not, why. */
export function keyState({ revokedAt, expiresAt }: ApiKey, now: number): 'live' | 'revoked' | 'ended' {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'ended' : 'live'
}
