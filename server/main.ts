import type { Server } from 'node:http'
import { pino } from 'pino'
import { makeFirstAdminLink } from './accounts/links.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { CannotStart } from './cannot-start.ts'
import { createFetcher } from './capture/fetch/fetch-page.ts'
import { migrate } from './db/migrate.ts'
import { type Database, openPGlite, openPostgres } from './db/open.ts'
import { reachPostgres } from './db/reach.ts'
import type { Deps } from './deps.ts'
import { authSecret, type Environment } from './env.ts'
import { serveWeb } from './http/web.ts'
import { type Jobs, leaveUndone, startJobs } from './jobs/start.ts'
import { createAdvisers } from './opinions/advisers.ts'

export type Running = { url: string; deps: Deps; stop: () => Promise<void> }

export type StartOptions = {
  environment: Environment
  /** Told what is going on, one line a step. */
  say: (line: string) => void
  /** Fills an empty database, once it is migrated and before anybody is answered. */
  seed?: (deps: Deps) => Promise<void>
  screens?: ReturnType<typeof serveWeb>
}

/** How long running requests have to finish when the process is told to stop. */
const STOP_MS = 5_000

async function openDatabase(environment: Environment, say: (line: string) => void): Promise<Database> {
  if (environment.DATABASE_URL) {
    say('Opening PostgreSQL …')
    return openPostgres(environment.DATABASE_URL, environment.DATABASE_POOL)
  }
  say(`Opening the embedded database in ${environment.DATA_DIR} … (the first time takes a few seconds)`)
  return openPGlite(environment.DATA_DIR)
}

/** Opens and migrates the database, and makes all that the nouns are given. Closes it again when a step fails. */
export async function openDeps(environment: Environment, say: (line: string) => void): Promise<Deps> {
  const log = pino({ level: environment.LOG_LEVEL })
  const database = await openDatabase(environment, say)
  try {
    if (environment.DATABASE_URL) await reachPostgres(database.pool, environment.DATABASE_URL)
    const applied = await migrate(database.pool, database.engine)
    if (applied.length > 0) say(`Migrated the database: ${applied.join(', ')}`)
    const publicUrl = (environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '')
    const auth = createAuth({
      prisma: database.prisma,
      secret: authSecret(environment),
      publicUrl,
      provider: providerOf(environment),
      log,
    })
    return { database, auth, log, now: () => new Date(), publicUrl, enqueue: leaveUndone }
  } catch (error) {
    await database.close()
    throw error
  }
}

function providerOf(environment: Environment) {
  if (!environment.OIDC_ISSUER) return null
  return {
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID ?? '',
    clientSecret: environment.OIDC_CLIENT_SECRET ?? '',
    name: environment.OIDC_NAME,
    signUp: environment.OIDC_SIGN_UP,
  }
}

/** Environment → database → application → listening. Closes what it opened when a step fails. */
export async function start(options: StartOptions): Promise<Running> {
  const deps = await openDeps(options.environment, options.say)
  try {
    return await serve(options, deps)
  } catch (error) {
    await deps.database.close()
    throw error
  }
}

async function serve(options: StartOptions, opened: Deps): Promise<Running> {
  const { environment, say, seed } = options
  if (seed) await seed(opened)
  const fetcher = createFetcher({ allow: environment.FETCH_ALLOW, publicUrl: opened.publicUrl })
  const suggest = environment.SUGGEST === 'on'
  const advisers = createAdvisers(environment)
  const jobs = await startJobs(opened, { suggest, fetchPage: fetcher.fetchPage, advisers })
  const deps = { ...opened, enqueue: jobs.enqueue }
  const stopping = new AbortController()
  const app = createApp(deps, {
    stopping: stopping.signal,
    trustedProxies: environment.TRUSTED_PROXIES,
    screens: options.screens ?? serveWeb(),
    advisers,
  })
  const server = await listen(app, environment)
  const firstAdmin = await makeFirstAdminLink(deps)
  say(`Counterclaim is at ${deps.publicUrl}`)
  if (firstAdmin) say(`Nobody has an account yet. Make the first admin here, once: ${firstAdmin}`)
  return {
    url: deps.publicUrl,
    deps,
    stop: () => {
      stopping.abort()
      return stop(server, jobs, fetcher, deps.database)
    },
  }
}

function listen(app: ReturnType<typeof createApp>, { PORT, HOST }: Environment): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST, error =>
      error ? reject(explainListen(error, PORT)) : resolve(server),
    )
  })
}

function explainListen(error: Error, port: number): Error {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  return taken
    ? new CannotStart(`Port ${port} is in use. Stop what uses it, or set PORT to another one.`, {
        cause: error,
      })
    : error
}

async function stop(
  server: Server,
  jobs: Jobs,
  fetcher: { close: () => Promise<void> },
  database: Database,
): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const cutOff = setTimeout(() => server.closeAllConnections(), STOP_MS)
  await closed
  clearTimeout(cutOff)
  await jobs.stop(STOP_MS)
  await fetcher.close()
  await database.close()
}
