import {
  createDocument,
  type ZodOpenApiContentObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import type { Endpoint, KeyAccess } from '#contract/endpoint.ts'
import { ErrorBody } from '#contract/error.ts'
import { ENDPOINTS } from '#contract/registry.ts'
import type { Refusal } from '#domain/refusals.ts'
import { statusOf } from './errors.ts'

const DESCRIPTIONS = {
  invalid: 'The input is not right; `issues` lists all that is wrong.',
  unauthenticated: 'Nobody is signed in, or the API key does not count.',
  forbidden: 'The role or the API key’s scope is too low.',
  not_found: 'There is no such record, or it is not published.',
  conflict: 'Somebody else changed it first; `current` is the record as it stands.',
  too_large: 'The request is too large.',
  unprocessable: 'The input is well formed but breaks a rule.',
  rate_limited: 'Too many requests.',
} satisfies Record<Refusal, string>

function refusalsOf(endpoint: Endpoint): Refusal[] {
  const writes = endpoint.method !== 'get'
  return [
    'invalid',
    ...(endpoint.access === 'anyone' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(endpoint.path.includes(':') ? (['not_found'] as const) : []),
    ...(writes ? (['conflict', 'too_large', 'unprocessable'] as const) : []),
    'rate_limited',
  ]
}

const KEYS = {
  read: 'API keys of any scope may call it.',
  write: 'API keys need the scope write.',
  session: 'API keys may not call it.',
} satisfies Record<KeyAccess, string>

/** Any one of these lets a request in; an empty one is nobody at all. */
function securityOf({ access, key }: Endpoint): Record<string, string[]>[] {
  return [...(access === 'anyone' ? [{}] : []), { session: [] }, ...(key === 'session' ? [] : [{ key: [] }])]
}

function isEmpty(schema: Endpoint['body']): boolean {
  return 'shape' in schema && Object.keys(schema.shape as object).length === 0
}

function bodyOf({ body, bytes }: Endpoint): ZodOpenApiContentObject {
  return bytes === undefined
    ? { 'application/json': { schema: body } }
    : { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: bytes } } }
}

function operation(noun: string, name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const refusals = refusalsOf(endpoint).map(refusal => [
    String(statusOf(refusal)),
    { description: DESCRIPTIONS[refusal], content: { 'application/json': { schema: ErrorBody } } },
  ])
  return {
    operationId: name,
    tags: [noun],
    summary: endpoint.summary,
    description: `${endpoint.access === 'anyone' ? 'For anyone.' : `Needs the role ${endpoint.access}.`} ${KEYS[endpoint.key]}`,
    security: securityOf(endpoint),
    requestParams: {
      ...(endpoint.path.includes(':') && { path: endpoint.params as never }),
      ...(!isEmpty(endpoint.query) && { query: endpoint.query as never }),
    },
    ...(!isEmpty(endpoint.body) && {
      requestBody: { required: true, content: bodyOf(endpoint) },
    }),
    responses: {
      [String(endpoint.status)]: {
        description: 'Done.',
        content: { 'application/json': { schema: endpoint.reply } },
      },
      ...Object.fromEntries(refusals),
    },
  }
}

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {}
  for (const { noun, name, endpoint } of ENDPOINTS) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method]: operation(noun, name, endpoint) }
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Counterclaim',
      version: '0.1.0',
      description: 'Claims with their quotes, what holds between them, and disputed points side by side.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'counterclaim.session_token' },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, made on the page “API keys” of the account menu.',
        },
      },
    },
  })
}
