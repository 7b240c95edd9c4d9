import compression from 'compression'
import express, { type Express, type Router } from 'express'
import { pinoHttp } from 'pino-http'
import { mountAccounts } from './accounts/routes.ts'
import { CLIENT_ADDRESS } from './auth/auth.ts'
import { createSessionReader, findViewer } from './auth/session.ts'
import { mountCapture } from './capture/routes.ts'
import { mountChecks } from './checks/routes.ts'
import { mountClaims } from './claims/routes.ts'
import { mountComments } from './comments/routes.ts'
import type { Deps } from './deps.ts'
import { mountDisputes } from './disputes/routes.ts'
import { mountEvents } from './events/routes.ts'
import { answerErrors, refuseUnknownPath } from './http/errors.ts'
import { allowExtensions } from './http/extension-origin.ts'
import { mountHealth } from './http/health.ts'
import { limitKeys } from './http/key-rate.ts'
import { serveReference } from './http/reference.ts'
import { refuseCrossOriginWrites } from './http/same-origin.ts'
import { secureHeaders } from './http/web.ts'
import { mountKeys } from './keys/routes.ts'
import { mountLive } from './live/routes.ts'
import { mountNotifications } from './notifications/routes.ts'
import type { Adviser } from './opinions/adviser.ts'
import { mountOpinions } from './opinions/routes.ts'
import { mountRelations } from './relations/routes.ts'
import { mountSavedSearches } from './saved-searches/routes.ts'
import { mountScans } from './scan/routes.ts'
import { mountSearch } from './search/routes.ts'
import { mountSettings } from './settings/routes.ts'
import { mountSources } from './sources/routes.ts'
import { mountSpeakers } from './speakers/routes.ts'
import { mountSuggestions } from './suggestions/routes.ts'
import { mountTopics } from './topics/routes.ts'
import { mountWatches } from './watches/routes.ts'

/** The main text of a page and all that it says, of half a million UTF-16 units each, fit in any script. */
const BODY_LIMIT = '4mb'

export type AppOptions = {
  trustedProxies: number
  screens: Router | null
  /** Aborted when the process is told to stop: whoever listens is let go. */
  stopping?: AbortSignal
  /** Who can be asked for second opinions; nobody unless it is switched on. */
  advisers?: readonly Adviser[]
}

/** The program as an Express application: nothing listens, nothing has happened yet. */
export function createApp(deps: Deps, options: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', options.trustedProxies)
  app.set('query parser', 'simple')
  app.use(
    pinoHttp({
      logger: deps.log,
      quietReqLogger: true,
      // Headers carry the session; and whoever watches the terminal wants to see what went wrong, not what went well.
      serializers: {
        req: ({ method, url }: { method: string; url: string }) => ({ method, url }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
      customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : 'debug'),
    }),
  )
  app.use(secureHeaders(deps.publicUrl.startsWith('https:')))
  app.use(compression())
  app.use((request, _response, next) => {
    request.headers[CLIENT_ADDRESS] = request.ip ?? ''
    next()
  })
  app.use('/api', allowExtensions, (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  const sessions = createSessionReader(deps.auth, deps.database.prisma, deps.now)
  app.use('/api', findViewer(sessions), limitKeys(), refuseCrossOriginWrites)
  app.use('/api', express.json({ limit: BODY_LIMIT, strict: true }))
  app.use(serveReference())
  const api = express.Router()
  mountHealth(api, deps)
  mountAccounts(api, deps, sessions)
  mountKeys(api, deps, sessions)
  mountSettings(api, deps)
  mountSources(api, deps)
  mountCapture(api, deps)
  mountSpeakers(api, deps)
  mountTopics(api, deps)
  mountClaims(api, deps)
  mountWatches(api, deps)
  mountRelations(api, deps)
  mountSuggestions(api, deps)
  mountChecks(api, deps)
  mountOpinions(api, deps, options.advisers ?? [])
  mountScans(api, deps)
  mountDisputes(api, deps)
  mountComments(api, deps)
  mountEvents(api, deps)
  mountNotifications(api, deps)
  mountSavedSearches(api, deps)
  mountLive(api, deps, sessions, options.stopping)
  mountSearch(api, deps)
  app.use(api)
  app.use('/api', refuseUnknownPath)
  if (options.screens) app.use(options.screens)
  app.use(answerErrors(deps.log))
  return app
}
