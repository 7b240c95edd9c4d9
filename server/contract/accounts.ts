import { z } from 'zod'
import { ROLES } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { anyText, Id, Instant, LIMITS, Person, text, Version } from './text.ts'

/** NIST SP 800-63B §5.1.1: length is what counts, no composition rules. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

const Password = z
  .string()
  .min(PASSWORD_MIN, { error: `Use at least ${PASSWORD_MIN} characters.` })
  .max(PASSWORD_MAX, { error: `Use at most ${PASSWORD_MAX} characters.` })

const Email = z
  .email({ error: 'Not an e-mail address.' })
  .max(LIMITS.name)
  .transform(value => value.toLowerCase())

export const Account = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    disabled: z.boolean(),
    createdAt: Instant,
    version: Version,
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

export const Me = z
  .object({
    account: Account.nullable(),
    /** False until the first admin has been made. */
    accountsExist: z.boolean(),
    /** The identity providers that sign-in may be left to. */
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const readMe = endpoint({
  method: 'get',
  path: '/api/me',
  access: 'anyone',
  summary: 'Say who is asking and how to sign in',
  reply: Me,
})

export const signIn = endpoint({
  method: 'post',
  path: '/api/session',
  access: 'anyone',
  key: 'session',
  summary: 'Sign in: sets the session cookie',
  body: z.strictObject({ email: Email, password: z.string().min(1).max(PASSWORD_MAX) }),
  reply: Me,
})

export const signOut = endpoint({
  method: 'delete',
  path: '/api/session',
  access: 'anyone',
  key: 'session',
  summary: 'Sign out: ends the session and clears its cookie',
  reply: Me,
})

export const updateMe = endpoint({
  method: 'patch',
  path: '/api/me',
  access: 'reader',
  key: 'session',
  summary: 'Change the name under which one’s work is shown',
  body: z.strictObject({ version: Version, name: text(LIMITS.name) }),
  reply: Me,
})

export const changePassword = endpoint({
  method: 'post',
  path: '/api/me/password',
  access: 'reader',
  key: 'session',
  summary: 'Change one’s own password; every other session ends',
  body: z.strictObject({ current: z.string().min(1).max(PASSWORD_MAX), password: Password }),
  reply: Me,
})

export const startProviderSignIn = endpoint({
  method: 'post',
  path: '/api/session/provider',
  access: 'anyone',
  key: 'session',
  summary: 'Start a sign-in at an identity provider and say where to go',
  body: z.strictObject({
    provider: z.string().min(1).max(64),
    /** A path of this site to come back to. */
    returnTo: z
      .string()
      .regex(/^\/(?!\/)/, { error: 'Use a path of this site.' })
      .max(500)
      .default('/'),
  }),
  reply: z.object({ url: z.string() }),
})

export const listAccounts = endpoint({
  method: 'get',
  path: '/api/accounts',
  access: 'admin',
  summary: 'List the people with an account, newest first',
  query: z.strictObject(paging),
  reply: page(Account),
})

export const listEditors = endpoint({
  method: 'get',
  path: '/api/editors',
  access: 'editor',
  summary: 'List the people who may decide, by name',
  reply: z.object({ items: z.array(Person) }),
})

export const listPeople = endpoint({
  method: 'get',
  path: '/api/people',
  access: 'researcher',
  summary: 'List up to ten people who may be mentioned in a comment, those whose name begins so',
  query: z.strictObject({ q: anyText(LIMITS.name).default('') }),
  reply: z.object({ items: z.array(Person) }),
})

export const updateAccount = endpoint({
  method: 'patch',
  path: '/api/accounts/:id',
  access: 'admin',
  key: 'session',
  summary: 'Change a person’s role, or disable or enable the account',
  params: z.strictObject({ id: z.string().min(1).max(64) }),
  body: z.strictObject({
    version: Version,
    role: z.enum(ROLES).optional(),
    disabled: z.boolean().optional(),
  }),
  reply: Account,
})

const ACCOUNT_LINK_KINDS = ['first_admin', 'invitation', 'password_reset'] as const

export const AccountLink = z
  .object({
    id: Id,
    kind: z.enum(ACCOUNT_LINK_KINDS),
    email: z.string().nullable(),
    role: z.enum(ROLES).nullable(),
    madeBy: Person.nullable(),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'AccountLink' })
export type AccountLink = z.infer<typeof AccountLink>

/** The secret is shown this once: the database keeps its hash alone. */
export const NewAccountLink = AccountLink.extend({ url: z.string() }).meta({ id: 'NewAccountLink' })

export const listInvitations = endpoint({
  method: 'get',
  path: '/api/invitations',
  access: 'admin',
  summary: 'List the invitations that wait to be taken up',
  query: z.strictObject(paging),
  reply: page(AccountLink),
})

export const invite = endpoint({
  method: 'post',
  path: '/api/invitations',
  access: 'admin',
  key: 'session',
  summary: 'Make a one-time link by which one person joins with a role',
  body: z.strictObject({ email: Email, role: z.enum(ROLES) }),
  reply: NewAccountLink,
  status: 201,
})

export const revokeInvitation = endpoint({
  method: 'delete',
  path: '/api/invitations/:id',
  access: 'admin',
  key: 'session',
  summary: 'Revoke an invitation that has not been taken up',
  params: z.strictObject({ id: Id }),
  reply: AccountLink,
})

export const resetPassword = endpoint({
  method: 'post',
  path: '/api/accounts/:id/password-reset',
  access: 'admin',
  key: 'session',
  summary: 'Make a one-time link by which a person sets a new password',
  params: z.strictObject({ id: z.string().min(1).max(64) }),
  reply: NewAccountLink,
  status: 201,
})

const secret = z.string().min(1).max(100)

export const readAccountLink = endpoint({
  method: 'post',
  path: '/api/account-links/read',
  access: 'anyone',
  key: 'session',
  summary: 'Say what a one-time link is for, without using it up',
  body: z.strictObject({ secret }),
  reply: AccountLink,
})

export const useAccountLink = endpoint({
  method: 'post',
  path: '/api/account-links/use',
  access: 'anyone',
  key: 'session',
  summary: 'Use a one-time link: make the account or set the password, and sign in',
  body: z.strictObject({
    secret,
    /** Needed by the first admin, whose link carries none. */
    email: Email.optional(),
    /** Needed by a new account. */
    name: text(LIMITS.name).optional(),
    password: Password,
  }),
  reply: Me,
  status: 201,
})
