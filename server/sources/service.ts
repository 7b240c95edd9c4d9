import { createHash } from 'node:crypto'
import type { createSource as CreateSource, Snapshot, Source } from '#contract/sources.ts'
import { canonicalUrl } from '#domain/canonical-url.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import type { z } from 'zod'
import type { Audience, Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Db, Tx } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewSnapshot, viewSource } from './view.ts'

export type NewSource = z.output<typeof CreateSource.body>

/** A source with the snapshots that `audience` is shown. Throws `not_found` when it is shown none of them. */
export async function readSource(db: Db, id: string, audience: Audience): Promise<Source> {
  const row = await store.findSource(db, id)
  if (row === null) throw notFound('source')
  const snapshots = await store.listSnapshots(db, id, audience)
  if (snapshots.length === 0) throw notFound('source')
  return viewSource(row, snapshots)
}

/** A snapshot with its text. Throws `not_found` when there is none, or none that `audience` is shown. */
export async function readSnapshot(db: Db, id: string, audience: Audience): Promise<Snapshot> {
  const row = await store.findSnapshot(db, id, audience)
  if (row === null) throw notFound('snapshot')
  return viewSnapshot(row)
}

/**
 * Adds a source with its first snapshot. Throws `conflict` with the source that stands when its id or its address is
 * stored already, `unprocessable` when nothing readable is left of the text. An `actor` of null is the system.
 */
export async function createSource(deps: Deps, actor: Viewer | null, input: NewSource): Promise<Source> {
  const { prisma } = deps.database
  const { id, text, url, published, modified, accessed, ...fields } = input
  const clean = readableText(text)
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
      const to = { title: fields.title, kind: fields.kind, outlet: fields.outlet, url }
      await recordEvent(tx, { actor, action: 'source.created', subjectId: made, to })
      await capture(tx, deps, actor, made, clean)
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

/** Stores a text of a source unless it has the same one already, with its event. */
async function capture(
  tx: Tx,
  deps: Deps,
  actor: Viewer | null,
  sourceId: string,
  text: string,
): Promise<void> {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const capturedById = actor?.id ?? null
  const made = await store.insertSnapshot(tx, {
    sourceId,
    text,
    sha256,
    capturedById,
    capturedAt: deps.now(),
  })
  if (made === null) return
  const to = { sourceId, sha256, length: text.length }
  await recordEvent(tx, { actor, action: 'snapshot.captured', subjectId: made, to })
}

function readableText(text: string): string {
  const clean = normaliseText(text)
  if (clean === '')
    throw unprocessable('The text holds no readable characters.', [
      { path: 'text', message: 'Paste the words of the source; control characters alone cannot be stored.' },
    ])
  return clean
}
