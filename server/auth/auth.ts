import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins'
import type { Logger } from 'pino'
import type { PrismaClient } from '../db/generated/client.ts'
import { recordEvent } from '../events/store.ts'

/** The header in which our own middleware hands over the client's address: better-auth sees no socket. */
export const CLIENT_ADDRESS = 'x-counterclaim-client-address'

export const PROVIDER_ID = 'oidc'

export type ProviderOptions = {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  signUp: boolean
}

export type AuthOptions = {
  prisma: PrismaClient
  secret: string
  publicUrl: string
  provider: ProviderOptions | null
  log: Logger
}

const DAY_S = 24 * 60 * 60

/** Sign-ins from one address: enough for typing errors, too few to guess a password. */
const SIGN_IN_ATTEMPTS = { window: 60, max: 10 }

function oidc(provider: ProviderOptions) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER_ID,
        name: provider.name,
        discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: !provider.signUp,
      },
    ],
  })
}

/** Accounts, sessions, password hashes and sign-in by an identity provider, all by better-auth. */
export function createAuth({ prisma, secret, publicUrl, provider, log }: AuthOptions) {
  return betterAuth({
    appName: 'Counterclaim',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { expiresIn: 30 * DAY_S, updateAge: DAY_S },
    account: { accountLinking: { enabled: true, trustedProviders: [PROVIDER_ID] } },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'reader', input: false },
        disabledAt: { type: 'date', required: false, input: false },
        version: { type: 'number', required: false, defaultValue: 1, input: false },
      },
    },
    databaseHooks: {
      user: {
        create: {
          // Only an identity provider makes accounts this way; those made by a link leave their event with the account.
          after: async ({ id, name, email }) => {
            const event = {
              actor: null,
              action: 'account.created',
              subjectId: id,
              to: { name, email },
            } as const
            await prisma.$transaction(tx => recordEvent(tx, event))
          },
        },
      },
      session: {
        create: {
          after: async ({ userId }) => {
            const actor = { id: userId }
            await prisma.$transaction(tx =>
              recordEvent(tx, { actor, action: 'account.signed_in', subjectId: userId }),
            )
          },
          // Through the adapter: where it is in a transaction, a query beside it would wait for ever on one connection.
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId)
            if (user && 'disabledAt' in user && user.disabledAt)
              throw new APIError('FORBIDDEN', { message: 'This account is disabled.' })
          },
        },
      },
    },
    rateLimit: { enabled: true, storage: 'database', customRules: { '/sign-in/email': SIGN_IN_ATTEMPTS } },
    advanced: {
      cookiePrefix: 'counterclaim',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...details) => log[level === 'error' ? 'error' : 'debug']({ details }, message),
    },
    plugins: provider === null ? [] : [oidc(provider)],
  })
}

export type Auth = ReturnType<typeof createAuth>
