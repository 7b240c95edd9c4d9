import { queryOptions } from '@tanstack/react-query'
import { listReports, readReport } from '#contract/checks.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const report = (id: string) =>
  queryOptions({
    queryKey: ['reports', id],
    queryFn: ({ signal }) => call(readReport, { params: { id }, signal }),
  })

export const reports = keysetOptions({
  queryKey: ['reports', 'list'],
  fetchPage: ({ cursor, signal }) => call(listReports, { query: { cursor, limit: 20 }, signal }),
})
