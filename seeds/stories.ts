import { createHash } from 'node:crypto'
import { createClaim } from '#contract/claims.ts'
import { createSource } from '#contract/sources.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { RefusalError } from '#domain/refusals.ts'
import type { Viewer } from '../server/auth/viewer.ts'
import * as claims from '../server/claims/service.ts'
import type { Deps } from '../server/deps.ts'
import * as disputes from '../server/disputes/service.ts'
import * as relations from '../server/relations/service.ts'
import * as sources from '../server/sources/service.ts'
import * as store from './store.ts'
import { everest } from './stories/everest.ts'
import { hurricaneMaria } from './stories/hurricane-maria.ts'
import { iraqLetter } from './stories/iraq-letter.ts'
import { type Story, SUMMARY_NOTE } from './story.ts'

const STORIES: readonly Story[] = [hurricaneMaria, everest, iraqLetter]

/** Under whose name the stories stand. The account has no password and is disabled: nobody can sign in to it. */
const EXAMPLES: Viewer = { id: 'examples', name: 'Example stories', role: 'editor' }

/** The day the stories' ids carry, so that what a newsroom adds later sorts after them. */
const STORY_EPOCH = Date.UTC(2026, 0, 1)

/** A UUIDv7 (RFC 9562 §5.7) that is the same at every run: its time counts the records, its random part is a hash of the name. */
function storyId(story: Story, name: string, ordinal: number): string {
  const time = (STORY_EPOCH + STORIES.indexOf(story) * 1_000 + ordinal).toString(16).padStart(12, '0')
  const hash = createHash('sha256').update(`${story.key}/${name}`).digest('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

/** Numbers the records of a story in the order in which they are made. */
function idsOf(story: Story): (name: string) => string {
  const ordinals = new Map<string, number>()
  return name => {
    if (!ordinals.has(name)) ordinals.set(name, ordinals.size)
    return storyId(story, name, ordinals.get(name) ?? 0)
  }
}

/** Makes a record unless an earlier run made it. */
async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make()
  } catch (error) {
    if (!(error instanceof RefusalError && error.code === 'conflict')) throw error
  }
}

/** Tells the stories in a database that holds nothing else; run again, it adds what an interrupted run left out. */
export async function seedStories(deps: Deps, say: (line: string) => void): Promise<void> {
  const { prisma } = deps.database
  if (
    (await store.othersHaveSources(prisma, EXAMPLES.id)) ||
    (await store.countTold(prisma, EXAMPLES.id)) >= STORIES.length
  )
    return
  say('Telling the example stories …')
  await store.ensureTeller(prisma, EXAMPLES, deps.now())
  for (const story of STORIES) await tell(deps, story)
}

async function tell(deps: Deps, story: Story): Promise<void> {
  const idOf = idsOf(story)
  const snapshots = new Map<string, { id: string; text: string }>()
  for (const [key, source] of Object.entries(story.sources)) {
    const id = idOf(`source ${key}`)
    const body = createSource.body.parse({ id, language: 'en-GB', note: SUMMARY_NOTE, ...source })
    await unlessThere(() => sources.createSource(deps, EXAMPLES, body))
    const stored = await sources.readSource(deps.database.prisma, id, 'all')
    snapshots.set(key, { id: stored.snapshots[0]?.id ?? '', text: normaliseText(source.text) })
  }
  for (const [key, claim] of Object.entries(story.claims)) {
    const { source, quote, speaker, ...fields } = claim
    const body = createClaim.body.parse({
      ...fields,
      id: idOf(`claim ${key}`),
      speaker: story.speakers[speaker],
      quote: selection(snapshots.get(source), quote),
    })
    await unlessThere(() => claims.createClaim(deps, EXAMPLES, body))
  }
  for (const relation of story.relations) await relate(deps, story, relation, idOf)
  await openDispute(deps, story, idOf)
}

function selection(snapshot: { id: string; text: string } | undefined, exact: string) {
  const start = snapshot?.text.indexOf(exact) ?? -1
  if (snapshot === undefined || start < 0)
    throw new Error(`The words do not stand in the story's source: ${exact}`)
  return { snapshotId: snapshot.id, start, end: start + exact.length, exact }
}

function span(text: string, exact: string) {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`The marked words do not stand in “${text}”: ${exact}`)
  return { start, end: start + exact.length, exact }
}

async function relate(
  deps: Deps,
  story: Story,
  relation: Story['relations'][number],
  idOf: (name: string) => string,
): Promise<void> {
  const left = story.claims[relation.left]
  const right = story.claims[relation.right]
  if (!left || !right) throw new Error(`A relation of ${story.key} names a claim that is not told.`)
  const reasons = relation.reasons.map(reason => ({
    type: reason.type,
    explanation: reason.explanation,
    left: span(left.statement, reason.left),
    right: span(right.statement, reason.right),
    leftQuote: reason.leftQuote === undefined ? null : span(left.quote, reason.leftQuote),
    rightQuote: reason.rightQuote === undefined ? null : span(right.quote, reason.rightQuote),
  }))
  await unlessThere(() =>
    relations.propose(deps, EXAMPLES, {
      id: idOf(`relation ${relation.left} ${relation.right}`),
      leftId: idOf(`claim ${relation.left}`),
      rightId: idOf(`claim ${relation.right}`),
      kind: relation.kind,
      supersederId: relation.superseder === undefined ? null : idOf(`claim ${relation.superseder}`),
      note: relation.note,
      reasons,
      decide: true,
    }),
  )
}

async function openDispute(deps: Deps, story: Story, idOf: (name: string) => string): Promise<void> {
  const { question, summary, positions } = story.dispute
  const id = idOf('dispute')
  await unlessThere(async () => {
    await disputes.openDispute(deps, EXAMPLES, {
      id,
      question,
      summary,
      positions: positions.map(({ label, claims }) => ({
        label,
        claimIds: claims.map(key => idOf(`claim ${key}`)),
      })),
    })
  })
  // An earlier run may have ended between opening and publishing; an editor may have taken it back since: then it has another version.
  if (await store.isUntouched(deps.database.prisma, id)) await disputes.publish(deps, EXAMPLES, id, 1)
}
