import * as accounts from './accounts.ts'
import * as capture from './capture.ts'
import * as checks from './checks.ts'
import * as claimLists from './claim-lists.ts'
import * as claims from './claims.ts'
import * as comments from './comments.ts'
import * as disputes from './disputes.ts'
import type { Endpoint } from './endpoint.ts'
import * as events from './events.ts'
import * as health from './health.ts'
import * as keys from './keys.ts'
import * as notifications from './notifications.ts'
import * as opinions from './opinions.ts'
import * as relations from './relations.ts'
import * as savedSearches from './saved-searches.ts'
import * as scans from './scans.ts'
import * as search from './search.ts'
import * as settings from './settings.ts'
import * as sources from './sources.ts'
import * as speakers from './speakers.ts'
import * as suggestions from './suggestions.ts'
import * as topics from './topics.ts'
import * as watches from './watches.ts'

const NOUNS = {
  accounts,
  keys,
  settings,
  sources,
  capture,
  claims: { ...claims, ...claimLists },
  watches,
  speakers,
  topics,
  relations,
  suggestions,
  checks,
  opinions,
  scans,
  disputes,
  comments,
  events,
  notifications,
  savedSearches,
  search,
  health,
}

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value
  )
}

/** Every endpoint with its name and noun, as the contract files export them: for OpenAPI, the documents and the tests. */
export const ENDPOINTS: readonly { noun: string; name: string; endpoint: Endpoint }[] = Object.entries(
  NOUNS,
).flatMap(([noun, exports]) =>
  Object.entries(exports).flatMap(([name, value]) =>
    isEndpoint(value) ? [{ noun, name, endpoint: value }] : [],
  ),
)
