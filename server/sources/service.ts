import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type {
  createSource as CreateSource,
  Snapshot,
  Source,
  SourceBrief,
  updateSource as UpdateSource,
} from '#contract/sources.ts'
import { canonicalUrl } from '#domain/canonical-url.ts'
import { pageStartsAfter } from '#domain/page-starts.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { Audience, Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Db, Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { changedFields } from '../events/changed-fields.ts'
import { recordEvent } from '../events/store.ts'
import { holdsMoreQuotes, lookForQuotes } from './quotes.ts'
import * as store from './store.ts'
import { viewSnapshot, viewSource, viewSourceBrief } from './view.ts'
import { findCopies } from './voice-store.ts'
import { groupCopies } from './voices.ts'

export type NewSource = z.output<typeof CreateSource.body>

/** A source with the snapshots that `audience` is shown; null when it is shown none of them. */
export async function findShownSource(db: Db, id: string, audience: Audience): Promise<Source | null> {
  const row = await store.findSource(db, id)
  if (row === null) return null
  const snapshots = await store.listSnapshots(db, id, audience)
  return snapshots.length === 0 ? null : viewSource(row, snapshots)
}

/** A source with the snapshots that `audience` is shown. Throws `not_found` when it is shown none of them. */
export async function readSource(db: Db, id: string, audience: Audience): Promise<Source> {
  const source = await findShownSource(db, id, audience)
  if (source === null) throw notFound('source')
  return source
}

/** A snapshot with its text. Throws `not_found` when there is none, or none that `audience` is shown. */
export async function readSnapshot(db: Db, id: string, audience: Audience): Promise<Snapshot> {
  const row = await store.findSnapshot(db, id, audience)
  if (row === null) throw notFound('snapshot')
  return viewSnapshot(row)
}

/** The other sources whose texts are copies of this one’s, oldest first. Throws `not_found`. */
export async function listCopies(db: Db, id: string): Promise<{ items: SourceBrief[] }> {
  const rows = await findCopies(db, id)
  if (rows === null) throw notFound('source')
  return { items: rows.map(viewSourceBrief) }
}

/**
 * Adds a source with its first snapshot. Throws `conflict` with the source that stands when its id or its address is
 * stored already, `unprocessable` when nothing readable is left of the text. An `actor` of null is the system.
 */
export async function createSource(deps: Deps, actor: Viewer | null, input: NewSource): Promise<Source> {
  const { prisma } = deps.database
  const { id, text, pages, url, published, modified, accessed, ...fields } = input
  const captured = readableText(text, pages)
  const canonical = url && canonicalUrl(url)
  try {
    const made = await prisma.$transaction(async tx => {
      const made = await store.insertSource(tx, {
        ...(id !== undefined && { id }),
        ...fields,
        url,
        canonicalUrl: canonical,
        ...store.datesOfSource({ published, modified, accessed }),
        createdById: actor?.id ?? null,
      })
      const to = describe({ ...fields, url, published, modified, accessed })
      await recordEvent(tx, { actor, action: 'source.created', subjectId: made, to })
      await captureText(tx, deps, actor, made, captured)
      return made
    })
    return await readSource(prisma, made, 'all')
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const same = id === undefined ? null : await store.findSource(prisma, id)
    const standing = same ?? (canonical === null ? null : await store.findSourceByUrl(prisma, canonical))
    if (standing === null) throw error
    throw conflict(
      same
        ? `This source was added already: “${standing.title}”.`
        : `The address is that of a source stored already: “${standing.title}”. Add a snapshot to it instead.`,
      await readSource(prisma, standing.id, 'all'),
    )
  }
}

/** What may be corrected of a source, with the version that was seen. */
export type SourceChange = z.output<typeof UpdateSource.body>

/**
 * Corrects what is known of a source; what changes nothing is not written. Throws `not_found`, `conflict` with the
 * source as it stands when it is no longer at the version the actor saw, or with the other one of the same address.
 */
export async function updateSource(
  deps: Deps,
  actor: Viewer | null,
  id: string,
  input: SourceChange,
): Promise<Source> {
  const { prisma } = deps.database
  const canonical = input.url && canonicalUrl(input.url)
  try {
    await prisma.$transaction(async tx => {
      const before = await store.findSource(tx, id)
      if (before === null) throw notFound('source')
      if (before.version !== input.version) throw await changedFirst(tx, id)
      const known = viewSource(before, [])
      const fields = {
        title: input.title ?? known.title,
        kind: input.kind ?? known.kind,
        outlet: orElse(input.outlet, known.outlet),
        authors: input.authors ?? known.authors,
        language: input.language ?? known.language,
        url: orElse(input.url, known.url),
        note: orElse(input.note, known.note),
      }
      const dates = {
        published: orElse(input.published, known.published),
        modified: orElse(input.modified, known.modified),
        accessed: orElse(input.accessed, known.accessed),
      }
      const changed = changedFields(describe(known), describe({ ...fields, ...dates }))
      if (changed === null) return
      const met = await store.updateSource(tx, id, input.version, {
        ...fields,
        canonicalUrl: orElse(canonical, known.canonicalUrl),
        ...store.datesOfSource(dates),
      })
      if (met === 0) throw await changedFirst(tx, id)
      await recordEvent(tx, { actor, action: 'source.updated', subjectId: id, ...changed })
    })
  } catch (error) {
    if (!isDuplicate(error) || !canonical) throw error
    const other = await store.findSourceByUrl(prisma, canonical)
    if (other === null) throw error
    throw conflict(
      `The address is that of another source: “${other.title}”.`,
      await readSource(prisma, other.id, 'all'),
    )
  }
  return readSource(prisma, id, 'all')
}

async function changedFirst(tx: Tx, id: string) {
  return conflict('Somebody else changed this source first.', await readSource(tx, id, 'all'))
}

const orElse = <Value>(given: Value | undefined, known: Value): Value => (given === undefined ? known : given)

/** What is known of a source as the audit log tells it. */
function describe(source: Omit<SourceChange, 'version'>) {
  const { title, kind, outlet, authors, language, url, note } = source
  const dates = {
    published: source.published?.edtf ?? null,
    modified: source.modified?.edtf ?? null,
    accessed: source.accessed?.edtf ?? null,
  }
  return { title, kind, outlet, authors, language, url, ...dates, note }
}

/**
 * Captures the text of a source as it stands now; `whole`, all that its page says, instead when words that are quoted of
 * the source stand there and not in the text. When it stands there already, nothing is stored; otherwise every quote of
 * the source is looked for in it. Throws `not_found`, `unprocessable` when nothing readable is left of the text.
 */
export async function addSnapshot(
  deps: Deps,
  actor: Viewer | null,
  sourceId: string,
  { text, pages, whole }: { text: string; pages: readonly number[]; whole: string | null },
): Promise<Source> {
  const { prisma } = deps.database
  const main = readableText(text, pages)
  const all = whole === null ? null : readableText(whole, [])
  await prisma.$transaction(async tx => {
    const isMore = all !== null && (await holdsMoreQuotes(tx, sourceId, all.text, main.text))
    await captureText(tx, deps, actor, sourceId, isMore ? all : main)
  })
  return readSource(prisma, sourceId, 'all')
}

/** A text as it is stored, and where its pages start in it. */
type CapturedText = { text: string; pages: number[] }

/** Stores a text of a source unless it is the one that stands, with its event, and what became of the quotes in it. */
async function captureText(
  tx: Tx,
  deps: Deps,
  actor: Viewer | null,
  sourceId: string,
  { text, pages }: CapturedText,
): Promise<void> {
  if (!(await store.lockSource(tx, sourceId))) throw notFound('source')
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const newest = await store.findNewestSnapshot(tx, sourceId)
  if (newest?.sha256 === sha256) return
  const capturedAt = new Date(Math.max(deps.now().getTime(), (newest?.capturedAt.getTime() ?? 0) + 1))
  const made = await store.insertSnapshot(tx, {
    sourceId,
    text,
    sha256,
    pageStarts: pages,
    capturedById: actor?.id ?? null,
    capturedAt,
  })
  const to = { sourceId, sha256, length: text.length }
  await recordEvent(tx, { actor, action: 'snapshot.captured', subjectId: made, to })
  await groupCopies(tx, actor, { id: made, sourceId, text })
  if (newest !== null) await lookForQuotes(tx, actor, { id: made, sourceId, text, capturedAt })
}

function readableText(text: string, pages: readonly number[]): CapturedText {
  const clean = normaliseText(text)
  if (clean === '')
    throw unprocessable('The text holds no readable characters.', [
      { path: 'text', message: 'Paste the words of the source; control characters alone cannot be stored.' },
    ])
  if (pages.some(start => start > text.length))
    throw unprocessable('A page starts behind the end of the text.', [
      { path: 'pages', message: `The text has ${text.length} characters; a page cannot start behind them.` },
    ])
  return { text: clean, pages: pageStartsAfter(text, clean, pages) }
}
