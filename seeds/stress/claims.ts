import { quoteAt } from '#domain/quote.ts'
import type { HowPut } from '#domain/vocabulary.ts'
import type { Mention } from './article.ts'
import type { Batch } from './batch.ts'
import { saidDate } from './partial-dates.ts'
import { capitalised, DAY_MS, type Phrase } from './phrase.ts'
import { between, chance, pick, type Random } from './random.ts'
import type { MadeSnapshot } from './sources.ts'
import type { Speaker, Topic, World } from './world.ts'

/** What a person is about to note down of a text. */
export type Plan = {
  phrase: Phrase
  /** The same in other words, from which the claim is corrected later. */
  before: Phrase
  speaker: Speaker
  howPut: HowPut
  mention: Mention
}

export type MadeClaim = Plan & { id: string; version: number; saidFrom: string | null }

const statementOf = (phrase: Phrase) => `${capitalised(phrase.text)}.`

const MINUTE_MS = 60_000
const REVISED = 0.12
const COMMENTED = 0.01

/** A claim of the passage that `plan.mention` stands for in `snapshot`. */
export function addClaim(
  world: World,
  batch: Batch,
  plan: Plan,
  snapshot: MadeSnapshot,
  published: Date,
  topics: readonly Topic[],
): MadeClaim {
  const { random, clock } = world
  clock.advance(between(random, 1, 4) * MINUTE_MS)
  const id = clock.newId()
  const actorId = pick(random, world.researchers)
  const createdAt = clock.now()
  const quoteId = addQuote(world, batch, plan.mention, snapshot)
  addAppearance(world, batch, id, quoteId, true, actorId)
  const said = saidDate(random, new Date(published.getTime() - between(random, 0, 3) * DAY_MS))
  const { howPut, speaker } = plan
  const names = topics.map(topic => topic.name)
  const wording = { howPut, speakerId: speaker.id, saidEdtf: said.edtf }
  const wordings = chance(random, REVISED) ? [plan.before, plan.phrase] : [plan.phrase]
  for (const [index, phrase] of wordings.entries()) {
    if (index > 0) clock.advance(between(random, 1, 9) * MINUTE_MS)
    const statement = statementOf(phrase)
    const [revisedById, revisedAt] = [actorId, clock.now()]
    const revision = { id: clock.newId(), claimId: id, number: index + 1, statement, ...wording }
    batch.add('claim_revision', { ...revision, topics: names, revisedAt, revisedById })
    if (index === 0)
      batch.record('claim.created', id, actorId, {
        to: { statement, howPut, speakerId: speaker.id, said: said.edtf, topics: names, quoteId },
      })
    else
      batch.record('claim.revised', id, actorId, {
        from: { statement: statementOf(plan.before), version: index },
        to: { statement, version: index + 1 },
      })
  }
  const statement = statementOf(plan.phrase)
  const version = wordings.length
  batch.add('claim', { id, statement, ...wording, saidFrom: said.from, saidTo: said.to, version, createdAt })
  for (const topic of topics) batch.add('claim_topic', { claimId: id, topicId: topic.id })
  const claim = { ...plan, id, version, saidFrom: said.from }
  if (chance(random, COMMENTED)) addComment(world, batch, { claimId: id })
  return claim
}

/** The claim stands in another text as well. */
export function addFurtherAppearance(
  world: World,
  batch: Batch,
  claim: MadeClaim,
  mention: Mention,
  snapshot: MadeSnapshot,
): void {
  world.clock.advance(MINUTE_MS)
  const quoteId = addQuote(world, batch, mention, snapshot)
  const actorId = pick(world.random, world.researchers)
  addAppearance(world, batch, claim.id, quoteId, false, actorId)
  batch.record('claim.appearance_added', claim.id, actorId, { to: { quoteId } })
}

function addQuote(
  { clock }: World,
  batch: Batch,
  mention: Mention,
  { id, text, starts }: MadeSnapshot,
): string {
  const start = starts.get(mention)!
  const quote = quoteAt(text, start, start + mention.quoted.length)
  if (quote?.exact !== mention.quoted) throw new Error(`“${mention.quoted}” does not stand at ${start}.`)
  const quoteId = clock.newId()
  batch.add('quote', { id: quoteId, snapshotId: id, ...quote })
  return quoteId
}

function addAppearance(
  { clock }: World,
  batch: Batch,
  claimId: string,
  quoteId: string,
  first: boolean,
  addedById: string,
): void {
  batch.add('appearance', { id: clock.newId(), claimId, quoteId, first, addedAt: clock.now(), addedById })
}

const REMARKS = [
  'The figure is from the first edition; the online version says something else.',
  'I called the press office, and they stand by it.',
  'Is this really the same place?',
  'Heard the recording: the words are exactly these.',
]

export function addComment(
  world: World,
  batch: Batch,
  subject: { claimId: string } | { disputeId: string },
): void {
  const { random, clock } = world
  clock.advance(MINUTE_MS)
  const id = clock.newId()
  const authorId = pick(random, [...world.researchers, ...world.editors])
  const body = remark(random)
  batch.add('comment', {
    id,
    body,
    claimId: null,
    disputeId: null,
    ...subject,
    authorId,
    version: 1,
    createdAt: clock.now(),
  })
  batch.record('comment.created', id, authorId, { to: { body, ...subject } })
}

const remark = (random: Random) => pick(random, REMARKS)
