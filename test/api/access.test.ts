import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as accounts from '#contract/accounts.ts'
import type { Access, Endpoint, KeyAccess } from '#contract/endpoint.ts'
import { ErrorBody } from '#contract/error.ts'
import { ENDPOINTS } from '#contract/registry.ts'
import { atLeast, KEY_SCOPES, type KeyScope, ROLES, type Role } from '#domain/vocabulary.ts'
import { addressOf, type Client, useApi } from '../support/api.ts'
import { keyClientOf } from '../support/client.ts'
import { makeKeyOf } from '../support/key.ts'

const api = useApi()

type Input = { params?: Record<string, string>; query?: Record<string, string>; body?: object }

/** What whoever may call an endpoint gets for that input: so that its status is known, many ask for what is not there. */
type Row = [status: number, input?: Input | (() => Input)]

const NOWHERE = randomUUID()
const at = { params: { id: NOWHERE } }
const version = 1
const quote = { snapshotId: NOWHERE, start: 0, end: 3, exact: 'Yes' }
const PASSWORD = 'a long enough password'
const credentials = { email: 'somebody@example.org', password: PASSWORD }

const TABLE: Record<string, Row> = {
  'health.readHealth': [200],
  'search.search': [200, { query: { q: 'troops' } }],

  'accounts.readMe': [200],
  'accounts.signIn': [200, { body: credentials }],
  'accounts.signOut': [200],
  'accounts.startProviderSignIn': [404, { body: { provider: 'nowhere' } }],
  'accounts.readAccountLink': [404, { body: { secret: 'none' } }],
  'accounts.useAccountLink': [404, { body: { secret: 'none', password: PASSWORD } }],
  'accounts.updateMe': [200, { body: { version, name: 'Renamed' } }],
  'accounts.changePassword': [400, { body: { current: 'not this one', password: PASSWORD } }],
  'accounts.listAccounts': [200],
  'accounts.listEditors': [200],
  'accounts.listPeople': [200],
  'accounts.updateAccount': [404, { ...at, body: { version, role: 'reader' } }],
  'accounts.resetPassword': [404, at],
  'accounts.listInvitations': [200],
  'accounts.invite': [201, { body: { email: 'new@example.org', role: 'reader' } }],
  'accounts.revokeInvitation': [404, at],

  'keys.listApiKeys': [200],
  'keys.createApiKey': [201, { body: { name: 'A notebook', scope: 'read', days: 30 } }],
  'keys.revokeApiKey': [404, at],
  'settings.readSettings': [200],
  'settings.updateSettings': [409, { body: { version: 99, secondReader: true } }],

  'sources.listSources': [200],
  'sources.listOutlets': [200],
  'sources.readSource': [404, at],
  'sources.listCopies': [404, at],
  'sources.readSnapshot': [404, at],
  'sources.createSource': [201, { body: { title: 'A letter', kind: 'letter', text: 'No decision.' } }],
  'sources.updateSource': [404, { ...at, body: { version, title: 'A draft' } }],
  'sources.addSnapshot': [404, { ...at, body: { text: 'No decision yet.' } }],

  'capture.readFile': [400, { body: {} }],
  'capture.startCapture': [201, { body: { url: 'https://example.org/a' } }],
  'capture.readCapture': [404, at],
  'capture.retryCapture': [404, at],

  'speakers.listSpeakers': [200],
  'speakers.readSpeaker': [404, at],
  'speakers.createSpeaker': [201, () => ({ body: { name: randomUUID(), kind: 'person' } })],
  'speakers.updateSpeaker': [404, { ...at, body: { version, name: 'Ada' } }],

  'topics.listTopics': [200],
  'topics.createTopic': [201, { body: { name: 'Troops' } }],
  'topics.renameTopic': [404, { ...at, body: { from: 'Troops', name: 'Forces' } }],

  'claims.listClaims': [200],
  'claims.readClaimFacets': [200],
  'claims.readClaim': [404, at],
  'claims.listClaimRevisions': [404, at],
  'claims.listSnapshotClaims': [404, at],
  'claims.readPage': [200, { query: { url: 'https://paper.example/letter' } }],
  'claims.createClaim': [
    422,
    { body: { statement: 'Yes', speaker: { name: 'Ada', kind: 'person' }, quote } },
  ],
  'claims.updateClaim': [404, { ...at, body: { version, statement: 'No' } }],
  'claims.addAppearance': [422, { ...at, body: { quote } }],
  'claims.markFirstAppearance': [404, { params: { id: NOWHERE, appearanceId: NOWHERE } }],
  'claims.removeAppearance': [404, { params: { id: NOWHERE, appearanceId: NOWHERE } }],

  'watches.listWatches': [200],
  'watches.readWatch': [404, at],
  'watches.setWatch': [404, { ...at, body: { version, every: 'daily' } }],
  'watches.visitNow': [404, at],

  'relations.listRelations': [200],
  'relations.readRelation': [404, at],
  'relations.listDecisions': [404, at],
  'relations.createRelation': [
    422,
    { body: { leftId: NOWHERE, rightId: randomUUID(), kind: 'agrees', note: 'Both say so.' } },
  ],
  'relations.markReasons': [404, { ...at, body: { version, reasons: [] } }],
  'relations.decide': [404, { ...at, body: { version, kind: 'agrees', note: 'Both say so.' } }],
  'relations.decideSeveral': [
    201,
    { body: { pairs: [{ id: NOWHERE, version }], kind: 'agrees', note: 'Both say so.' } },
  ],
  'relations.assignRelation': [404, { ...at, body: { assigneeId: null, seenAssigneeId: null } }],
  'relations.readAgreement': [200],
  'relations.undoDecision': [404, { ...at, body: { version } }],

  'suggestions.listSuggestions': [200],
  'suggestions.countSuggestions': [200],
  'suggestions.readPrecision': [200],
  'suggestions.checkStatement': [200, { body: { statement: 'There are 750 US troops in Iraq' } }],

  'checks.checkText': [200, { body: { text: 'There are 750 US troops in Iraq.' } }],
  'checks.checkSentences': [200, { body: { sentences: ['There are 750 US troops in Iraq.'] } }],
  'checks.listReports': [200],
  'checks.keepReport': [201, { body: { text: 'There are 750 US troops in Iraq.' } }],
  'checks.readReport': [404, at],
  'checks.removeReport': [404, at],
  'opinions.listOpinions': [404, at],
  'opinions.askOpinions': [404, at],
  'opinions.listAdvisers': [200],
  'scans.listScans': [200],
  'scans.startScan': [422],
  'scans.pauseScan': [404, at],
  'scans.resumeScan': [404, at],
  'scans.cancelScan': [404, at],

  'savedSearches.listSavedSearches': [200],
  'savedSearches.saveSearch': [201, { body: { name: 'Troops', filters: 'q=troops' } }],
  'savedSearches.removeSavedSearch': [404, at],

  'disputes.listDisputes': [200],
  'disputes.readDispute': [404, { params: { slug: 'no-such-point' } }],
  'disputes.createDispute': [201, { body: { question: 'Was it decided?' } }],
  'disputes.updateDispute': [404, { ...at, body: { version, state: 'settled' } }],
  'disputes.arrangePositions': [404, { ...at, body: { version, positions: [] } }],
  'disputes.readFollowing': [404, at],
  'disputes.setFollowing': [404, { ...at, body: { following: true } }],
  'disputes.publishDispute': [404, { ...at, body: { version } }],
  'disputes.unpublishDispute': [404, { ...at, body: { version } }],

  'comments.listComments': [404, { query: { subject: 'claim', id: NOWHERE } }],
  'comments.createComment': [
    422,
    { body: { subject: { type: 'claim', id: NOWHERE }, body: 'Worth a call.' } },
  ],
  'comments.editComment': [404, { ...at, body: { version, body: 'No answer.' } }],
  'comments.removeComment': [404, { ...at, query: { version: '1' } }],

  'notifications.listNotifications': [200],
  'notifications.countNotifications': [200],
  'notifications.readNotification': [404, at],
  'notifications.readAllNotifications': [200],

  'events.listEvents': [200, { query: { subject: 'claim', id: NOWHERE } }],
}

const ASKERS: readonly (Role | null)[] = [null, ...ROLES]

function expected(access: Access, asker: Role | null, allowed: number): number {
  if (access === 'anyone' || atLeast(asker, access)) return allowed
  return asker === null ? 401 : 403
}

/** An account with a password, for the one endpoint that takes one from anybody. */
async function makeAccount() {
  const admin = await api.as('admin')
  const { url } = await admin.call(accounts.invite, { body: { email: credentials.email, role: 'reader' } })
  const body = { secret: url.split('#')[1] ?? '', name: 'Somebody', password: PASSWORD }
  await api.anonymous.call(accounts.useAccountLink, { body })
}

test('every endpoint stands in the table', () => {
  const endpoints = ENDPOINTS.map(({ noun, name }) => `${noun}.${name}`)
  expect(Object.keys(TABLE).toSorted()).toEqual(endpoints.toSorted())
})

/** What an endpoint answers, after it was seen that it answers in the form of the contract. */
async function ask(name: string, endpoint: Endpoint, client: Client): Promise<number> {
  const [, given = {}] = TABLE[name] ?? []
  const input = typeof given === 'function' ? given() : given
  const answer = await client.send(endpoint.method, addressOf(endpoint, input), input.body)
  const body: unknown = await answer.json()
  if (answer.ok) endpoint.reply.parse(body)
  // Not the 404 of an address where nothing is bound.
  else expect(ErrorBody.parse(body).message).not.toMatch(/^There is no [A-Z]{3,} /)
  return answer.status
}

const rows = ENDPOINTS.map(one => [`${one.noun}.${one.name}`, one.endpoint] as const)
const allowedBy = (name: string) => TABLE[name]?.[0] ?? Number.NaN

test.each(rows)('%s', async (name, endpoint) => {
  if (name === 'accounts.signIn') await makeAccount()
  const answers: [Role | null, number][] = []
  for (const asker of ASKERS) {
    const client: Client = asker === null ? api.anonymous : await api.as(asker)
    answers.push([asker, await ask(name, endpoint, client)])
  }
  expect(answers).toEqual(ASKERS.map(asker => [asker, expected(endpoint.access, asker, allowedBy(name))]))
})

const REACHES: Record<KeyAccess, readonly KeyScope[]> = { read: KEY_SCOPES, write: ['write'], session: [] }

test.each(rows)('%s, by an API key', async (name, endpoint) => {
  const answers: [Role, KeyScope, number][] = []
  const wanted: [Role, KeyScope, number][] = []
  for (const role of ROLES)
    for (const scope of KEY_SCOPES) {
      const { viewer } = await api.as(role)
      const client = keyClientOf(api.url, viewer, await makeKeyOf(api.deps, viewer, { scope }))
      answers.push([role, scope, await ask(name, endpoint, client)])
      const allowed = REACHES[endpoint.key].includes(scope) ? allowedBy(name) : 403
      wanted.push([role, scope, expected(endpoint.access, role, allowed)])
    }
  expect(answers).toEqual(wanted)
})
