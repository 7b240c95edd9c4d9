import { expect, test } from 'vitest'
import * as claimLists from '#contract/claim-lists.ts'
import * as claims from '#contract/claims.ts'
import * as disputes from '#contract/disputes.ts'
import * as relations from '#contract/relations.ts'
import { search } from '#contract/search.ts'
import * as sources from '#contract/sources.ts'
import * as speakers from '#contract/speakers.ts'
import * as topics from '#contract/topics.ts'
import { ROLES, type Role } from '#domain/vocabulary.ts'
import { addressOf, type Client, useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'

const api = useApi()
const a = givenDisputes(api)

const ASKERS: readonly (Role | null)[] = [null, ...ROLES]

/** Those who are shown only what is published. */
const PUBLIC: readonly (Role | null)[] = [null, 'reader']

const clientOf = async (asker: Role | null) => (asker === null ? api.anonymous : api.as(asker))

/** Two claims in a confirmed contradiction, each with its speaker and source, on an unpublished point. */
async function makePoint() {
  const [one, other] = [
    await a.claim({
      statement: 'Forces are leaving Iraq',
      speaker: { name: 'A letter', kind: 'document' },
      topics: ['Troops'],
      source: await a.source({ title: 'The letter', outlet: 'Al Ahed' }),
    }),
    await a.claim({
      statement: 'Nobody decided to leave Iraq',
      speaker: { name: 'Mark Esper', kind: 'person' },
    }),
  ]
  const relation = await a.confirmed({ leftId: one.id, rightId: other.id })
  const suggested = await a.relation({ leftId: one.id, rightId: (await a.claim()).id })
  const dispute = await a.dispute({
    question: 'Was it decided to leave Iraq?',
    positions: [
      { label: 'Yes', claimIds: [one.id] },
      { label: 'No', claimIds: [other.id] },
    ],
  })
  return { one, relation, suggested, dispute }
}

async function publish({ id }: { id: string }) {
  const editor = await api.as('editor')
  await editor.call(disputes.publishDispute, { params: { id }, body: { version: 1 } })
}

/** The status of each address, asker by asker. */
async function statuses(addresses: [string, string][]): Promise<Record<string, [Role | null, number][]>> {
  const found: Record<string, [Role | null, number][]> = {}
  for (const [what, address] of addresses) {
    found[what] = []
    for (const asker of ASKERS)
      found[what].push([asker, (await (await clientOf(asker)).send('get', address)).status])
  }
  return found
}

const at = (id: string | undefined) => ({ params: { id } })

/** How many of each the lists hold. */
async function listed(client: Client) {
  const found = await client.call(search, { query: { q: 'iraq' } })
  return {
    disputes: (await client.call(disputes.listDisputes)).items.length,
    claims: (await client.call(claimLists.listClaims)).items.length,
    counted: (await client.call(claimLists.readClaimFacets)).total,
    relations: (await client.call(relations.listRelations)).items.length,
    sources: (await client.call(sources.listSources)).items.length,
    outlets: (await client.call(sources.listOutlets)).items.length,
    speakers: (await client.call(speakers.listSpeakers)).items.length,
    topics: (await client.call(topics.listTopics)).items.length,
    found: found.claims.length,
    foundDisputes: found.disputes.length,
  }
}

test('one by one', async () => {
  const { one, relation, suggested, dispute } = await makePoint()
  const [appearance] = one.appearances
  const addresses: [string, string][] = [
    ['dispute', addressOf(disputes.readDispute, { params: { slug: dispute.slug } })],
    ['claim', addressOf(claims.readClaim, at(one.id))],
    ['revisions', addressOf(claims.listClaimRevisions, at(one.id))],
    ['source', addressOf(sources.readSource, at(appearance?.source.id))],
    ['snapshot', addressOf(sources.readSnapshot, at(appearance?.quote.snapshotId))],
    ['claims of the snapshot', addressOf(claimLists.listSnapshotClaims, at(appearance?.quote.snapshotId))],
    ['speaker', addressOf(speakers.readSpeaker, at(one.speaker.id))],
    ['relation', addressOf(relations.readRelation, at(relation.id))],
    ['decisions', addressOf(relations.listDecisions, at(relation.id))],
    ['suggestion', addressOf(relations.readRelation, at(suggested.id))],
  ]
  const hidden = ASKERS.map(asker => [asker, PUBLIC.includes(asker) ? 404 : 200])
  const shown = ASKERS.map(asker => [asker, 200])
  expect(await statuses(addresses)).toEqual(Object.fromEntries(addresses.map(([what]) => [what, hidden])))
  await publish(dispute)
  expect(await statuses(addresses)).toEqual(
    Object.fromEntries(addresses.map(([what]) => [what, what === 'suggestion' ? hidden : shown])),
  )
})

test('in lists', async () => {
  const { dispute } = await makePoint()
  const everything = {
    disputes: 1,
    claims: 3,
    counted: 3,
    relations: 2,
    sources: 3,
    outlets: 2,
    speakers: 3,
    topics: 1,
    found: 2,
    foundDisputes: 1,
  }
  const nothing = Object.fromEntries(Object.keys(everything).map(what => [what, 0]))
  const published = { ...everything, claims: 2, counted: 2, relations: 1, sources: 2, speakers: 2 }
  for (const asker of ASKERS)
    expect([asker, await listed(await clientOf(asker))]).toEqual([
      asker,
      PUBLIC.includes(asker) ? nothing : everything,
    ])
  await publish(dispute)
  for (const asker of ASKERS)
    expect([asker, await listed(await clientOf(asker))]).toEqual([
      asker,
      PUBLIC.includes(asker) ? published : everything,
    ])
})
