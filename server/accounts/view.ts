import type { Account, AccountLink } from '#contract/accounts.ts'
import type { AccountLinkRow, AccountRow } from './store.ts'

export function viewAccount(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    disabled: row.disabledAt !== null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

export function viewAccountLink(row: AccountLinkRow): AccountLink {
  return {
    id: row.id,
    kind: row.kind,
    email: row.email,
    role: row.role,
    madeBy: row.madeBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}
