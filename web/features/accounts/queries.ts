import { listAccounts, listInvitations } from '#contract/accounts.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const accountKeys = {
  people: ['accounts'] as const,
  invitations: ['invitations'] as const,
}

export const accountList = () =>
  keysetOptions({
    queryKey: accountKeys.people,
    fetchPage: ({ cursor, signal }) => call(listAccounts, { query: { cursor, limit: 100 }, signal }),
  })

export const invitationList = () =>
  keysetOptions({
    queryKey: accountKeys.invitations,
    fetchPage: ({ cursor, signal }) => call(listInvitations, { query: { cursor, limit: 50 }, signal }),
  })
