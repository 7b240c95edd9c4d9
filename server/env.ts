import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import { readAllowList } from './capture/fetch/addresses.ts'

const switchValue = z
  .enum(['true', 'false'])
  .default('false')
  .transform(value => value === 'true')

/** Every environment variable of the program; the README's table is held to this list by a test. */
export const ENVIRONMENT = z.object({
  /** Port of API and screens. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Address listened on. `0.0.0.0` opens the server to the network. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people type; needed behind a proxy and for an identity provider. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder of the embedded database and of the generated secret. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** `postgres://…` runs on that database instead of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must start with postgres://' })
    .optional(),
  /** Connections to PostgreSQL held by this process. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** Signs session cookies; at least 32 characters. Generated into DATA_DIR when not given. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** How many proxies in front are trusted to name the client's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `stories` fills an empty database with the example stories; `none` leaves it empty. */
  SEED: z.enum(['stories', 'none']).default('stories'),
  /** `on` proposes pairs of claims that cannot both be true, in the background; `off` does not. */
  SUGGEST: z.enum(['on', 'off']).default('on'),
  /** A folder or Hugging Face hub id of an ONNX cross-encoder (NLI): asked for second opinions, on this machine. */
  NLI_MODEL: z.string().min(1).optional(),
  /** Where a hub id is downloaded from, once; nothing else is asked there. */
  NLI_HUB: z.url({ protocol: /^https?$/ }).default('https://huggingface.co'),
  /** OpenAI-compatible endpoint asked for second opinions, as `http://localhost:11434/v1`: statements are sent there. */
  LLM_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The model that is asked there. */
  LLM_MODEL: z.string().min(1).optional(),
  /** Sent with each request there, as a bearer token. */
  LLM_KEY: z.string().min(1).optional(),
  /** Requests sent there on a day (UTC) at most, by all processes on the database together. */
  LLM_PER_DAY: z.coerce.number().int().min(1).max(1_000_000).default(200),
  /** Seconds until a question there is given up, its retries included. */
  LLM_TIMEOUT: z.coerce.number().min(0.1).max(600).default(60),
  /** Hosts, addresses and networks that may be fetched from although they are not public: `intranet.example, 10.1.0.0/16`. */
  FETCH_ALLOW: z
    .string()
    .default('')
    .transform((list, context) => {
      try {
        return readAllowList(list)
      } catch (error) {
        context.issues.push({
          code: 'custom',
          message: error instanceof Error ? error.message : 'is no list',
          input: list,
        })
        return z.NEVER
      }
    }),
  /** What is logged: this level and those above it. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** OpenID Connect: the issuer's address; with it, client id and secret are needed. */
  OIDC_ISSUER: z.url().optional(),
  /** The name this installation has at the provider. */
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** The secret that goes with it. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the sign-in button calls the provider. */
  OIDC_NAME: z.string().min(1).default('Single sign-on'),
  /** Whether a person the provider vouches for gets a reader's account without an invitation. */
  OIDC_SIGN_UP: switchValue,
})

export type Environment = z.infer<typeof ENVIRONMENT>

export class EnvironmentError extends CannotStart {
  override name = 'EnvironmentError'
}

/** Reads the variables, all at once. Throws `EnvironmentError` that names every wrong one and what is wrong with it. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = ENVIRONMENT.safeParse(given)
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  if (
    parsed.success &&
    parsed.data.OIDC_ISSUER &&
    !(parsed.data.OIDC_CLIENT_ID && parsed.data.OIDC_CLIENT_SECRET)
  ) {
    wrong.push('  OIDC_ISSUER: needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET')
  }
  if (parsed.success && parsed.data.LLM_URL && !parsed.data.LLM_MODEL)
    wrong.push('  LLM_URL: needs LLM_MODEL')
  if (!parsed.success || wrong.length > 0) {
    throw new EnvironmentError(`The environment is not right:\n${wrong.join('\n')}`)
  }
  return parsed.data
}

/** The secret that signs sessions: the one given, or one made once and kept in the data directory. */
export function authSecret(environment: Environment): string {
  if (environment.AUTH_SECRET) return environment.AUTH_SECRET
  const file = path.join(environment.DATA_DIR, 'auth-secret')
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim()
  fs.mkdirSync(environment.DATA_DIR, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  fs.writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}
