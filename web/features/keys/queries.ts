import { listApiKeys } from '#contract/keys.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const keysKey = ['keys'] as const

/** One's own keys, or everybody's. */
export const keyList = (all: boolean) =>
  keysetOptions({
    queryKey: [...keysKey, all ? 'all' : 'mine'],
    fetchPage: ({ cursor, signal }) =>
      call(listApiKeys, { query: { cursor, limit: 50, ...(all && { all: 'true' as const }) }, signal }),
  })
