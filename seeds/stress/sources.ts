import { createHash } from 'node:crypto'
import { canonicalUrl } from '#domain/canonical-url.ts'
import { slugify } from '#domain/slug.ts'
import type { SourceKind } from '#domain/vocabulary.ts'
import { type Mention, write } from './article.ts'
import type { Batch } from './batch.ts'
import { makePersonName } from './names.ts'
import { exactDate, noDate, publishedDate } from './partial-dates.ts'
import { DAY_MS } from './phrase.ts'
import { between, chance, pick, type Weights, weighted } from './random.ts'
import type { World } from './world.ts'

export type MadeSource = { id: string; outlet: string | null }

export type MadeSnapshot = { id: string; text: string; starts: Map<Mention, number> }

const KINDS: Weights<SourceKind> = [
  ['article', 70],
  ['statement', 8],
  ['post', 7],
  ['transcript', 6],
  ['report', 5],
  ['letter', 4],
]

const LANGUAGES: Weights<string> = [
  ['en', 86],
  ['en-GB', 10],
  ['en-US', 4],
]

/** Letters and statements are seldom published by an outlet. */
const outletOf = (world: World, kind: SourceKind) =>
  (kind === 'letter' || kind === 'statement') && chance(world.random, 0.5) ? null : world.anyOutlet()

export function addSource(
  world: World,
  batch: Batch,
  title: string,
  published: Date,
  actorId: string,
): MadeSource {
  const { random, clock, names } = world
  const id = clock.newId()
  const kind = weighted(random, KINDS)
  const outlet = outletOf(world, kind)
  const url = outlet === null ? null : addressOf(outlet, published, title, between(random, 1_000, 9_999_999))
  const dates = {
    published: publishedDate(random, published),
    modified: chance(random, 0.1)
      ? exactDate(new Date(published.getTime() + between(random, 0, 9) * DAY_MS))
      : noDate,
    accessed: chance(random, 0.6) ? exactDate(clock.now()) : noDate,
  }
  const authors = Array.from({ length: kind === 'article' ? between(random, 0, 3) : 0 }, () =>
    makePersonName(random, names),
  )
  batch.add('source', {
    id,
    title,
    kind,
    outlet,
    authors,
    language: weighted(random, LANGUAGES),
    url,
    canonicalUrl: url === null ? null : canonicalUrl(url),
    publishedEdtf: dates.published.edtf,
    publishedFrom: dates.published.from,
    publishedTo: dates.published.to,
    modifiedEdtf: dates.modified.edtf,
    modifiedFrom: dates.modified.from,
    modifiedTo: dates.modified.to,
    accessedEdtf: dates.accessed.edtf,
    accessedFrom: dates.accessed.from,
    accessedTo: dates.accessed.to,
    note: chance(random, 0.05) ? 'The text was copied from the printed edition.' : null,
    version: 1,
    createdAt: clock.now(),
    createdById: actorId,
  })
  batch.record('source.created', id, actorId, {
    to: { title, kind, outlet, authors, url, published: dates.published.edtf },
  })
  return { id, outlet }
}

function addressOf(outlet: string, day: Date, title: string, number: number): string {
  const [year, month] = day.toISOString().split('-')
  return `https://www.${slugify(outlet)}.example/${year}/${month}/${slugify(title)}-${number}`
}

export function addSnapshot(
  world: World,
  batch: Batch,
  sourceId: string,
  paragraphs: readonly (readonly (string | Mention)[])[],
  actorId: string,
): MadeSnapshot {
  const { clock } = world
  const id = clock.newId()
  const { text, starts } = write(paragraphs)
  const sha256 = createHash('sha256').update(text).digest('hex')
  batch.add('snapshot', { id, sourceId, text, sha256, capturedAt: clock.now(), capturedById: actorId })
  batch.record('snapshot.captured', id, actorId, { to: { sourceId, sha256, length: text.length } })
  return { id, text, starts }
}

/** A later capture of the same item: the outlet has taken out a sentence and says that it corrected another. */
export function correct(
  world: World,
  paragraphs: readonly (readonly (string | Mention)[])[],
): (string | Mention)[][] {
  const { random, prose, clock } = world
  const paragraph = pick(random, [...paragraphs.keys()])
  const sentence = between(random, 0, paragraphs[paragraph]!.length - 1)
  const kept = paragraphs.map((sentences, index) =>
    sentences.filter((_, place) => index !== paragraph || place !== sentence),
  )
  return [...kept.filter(sentences => sentences.length > 0), [`Correction: ${prose(random, clock.now())}`]]
}
