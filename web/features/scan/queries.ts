import { listScans } from '#contract/scans.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const scanKey = ['scans'] as const

export const scanList = () =>
  keysetOptions({
    queryKey: scanKey,
    fetchPage: ({ cursor, signal }) => call(listScans, { query: { cursor, limit: 10 }, signal }),
  })
