import { useAccountLink } from '#contract/accounts.ts'
import { listClaims } from '#contract/claim-lists.ts'
import { createClaim } from '#contract/claims.ts'
import { listEvents } from '#contract/events.ts'
import { createSource } from '#contract/sources.ts'
import { type Client, clientOf } from './client.ts'
import { FIRST_ADMIN_LINK, type ServerProcess } from './server-process.ts'

/** Requests in flight at any moment: a kill always meets some of them half done. */
const WRITERS = 6
/** Sentences of the source; each claim quotes one. */
const SENTENCES = 400

const sentence = (number: number) => `Sentence ${number} says that nothing was decided.`
const TEXT = Array.from({ length: SENTENCES }, (_, number) => sentence(number)).join(' ')

/** What the server has confirmed: the id of each claim with its statement. */
export type Ledger = { cookie: string; snapshotId: string; acknowledged: Map<string, string>; sent: number }

/** Makes the first admin and the source that all claims quote. */
export async function beginLedger(server: ServerProcess): Promise<Ledger> {
  const link = await server.said(FIRST_ADMIN_LINK)
  const answer = await clientOf(server.url, null, '').send('post', useAccountLink.path, {
    secret: link.split('#')[1],
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a long enough password',
  })
  const cookie = answer.headers
    .getSetCookie()
    .map(value => value.split(';')[0])
    .join('; ')
  const source = await clientOf(server.url, null, cookie).call(createSource, {
    body: { title: 'What was decided', kind: 'article', text: TEXT },
  })
  const ledger = {
    cookie,
    snapshotId: source.snapshots[0]?.id ?? '',
    acknowledged: new Map<string, string>(),
    sent: 0,
  }
  // The speaker that all claims share is there before they are written at once.
  await writeClaim(clientOf(server.url, null, cookie), ledger)
  return ledger
}

async function writeClaim(client: Client, ledger: Ledger): Promise<void> {
  const number = ledger.sent++
  const exact = sentence(number % SENTENCES)
  const start = TEXT.indexOf(exact)
  const statement = `Nothing was decided, for the ${number}th time.`
  const claim = await client.call(createClaim, {
    body: {
      statement,
      speaker: { name: 'The secretary', kind: 'person' },
      quote: { snapshotId: ledger.snapshotId, start, end: start + exact.length, exact },
    },
  })
  ledger.acknowledged.set(claim.id, statement)
}

/**
 * Writes claims as fast as the server takes them and calls `strike` once so many more are acknowledged, with the
 * others of that moment in flight. Returns when every request has been answered or has failed.
 */
export async function writeUntil(
  server: ServerProcess,
  ledger: Ledger,
  more: number,
  strike: () => Promise<unknown>,
): Promise<void> {
  const client = clientOf(server.url, null, ledger.cookie)
  const goal = ledger.acknowledged.size + more
  const strikes: Promise<unknown>[] = []
  const writer = async () => {
    while (strikes.length === 0) {
      try {
        await writeClaim(client, ledger)
      } catch (error) {
        if (strikes.length === 0) throw error
      }
      if (ledger.acknowledged.size >= goal && strikes.length === 0) strikes.push(strike())
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  await Promise.all(strikes)
}

/** Every claim that stands, id to statement, and the claims that the audit log says were made. */
export async function readStanding(
  server: ServerProcess,
  { cookie }: Ledger,
): Promise<{ claims: Map<string, string>; logged: Set<string> }> {
  const client = clientOf(server.url, null, cookie)
  const claims = new Map<string, string>()
  const logged = new Set<string>()
  for await (const { items } of pages(cursor =>
    client.call(listClaims, { query: { limit: 100, ...cursor } }),
  ))
    for (const { id, statement } of items) claims.set(id, statement)
  const query = { limit: 100, action: ['claim.created' as const] }
  for await (const { items } of pages(cursor => client.call(listEvents, { query: { ...query, ...cursor } })))
    for (const { subject } of items) logged.add(subject.id)
  return { claims, logged }
}

/** Page after page of a list, to its end. */
async function* pages<Page extends { next: string | null }>(
  read: (cursor: { cursor?: string }) => Promise<Page>,
): AsyncGenerator<Page> {
  let page = await read({})
  yield page
  while (page.next !== null) {
    page = await read({ cursor: page.next })
    yield page
  }
}
