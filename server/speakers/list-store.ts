import { z } from 'zod'
import type { Audience } from '../auth/viewer.ts'
import { CursorText, decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import { likePattern } from '../db/text-search.ts'
import { findSpeakers, type SpeakerRow, speakersNamed } from './store.ts'

const { sql } = Prisma

/** A page of the speakers by name; one more row than asked for, when there is one. */
export function listSpeakers(
  db: Db,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  audience: Audience,
): Promise<SpeakerRow[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([CursorText, z.uuid()]), cursor)
  const rest = after === null ? sql`TRUE` : sql`(lower(sp.name), sp.id) > (${after[0]}, ${after[1]}::uuid)`
  return findSpeakers(db, sql`${rest} ORDER BY lower(sp.name), sp.id LIMIT ${limit + 1}`, audience)
}

/**
 * Speakers whose name or alias holds `q`, or is like it but for a slip: first those that begin with it, then those of
 * whom a word does, then the likest (pg_trgm: the share of three-letter sequences in common).
 */
export function matchSpeakers(db: Db, q: string, limit: number, audience: Audience): Promise<SpeakerRow[]> {
  const inside = likePattern(q)
  const beginning = inside.slice(1)
  const word = `% ${beginning}`
  return findSpeakers(
    db,
    sql`sp.id IN (
        ${speakersNamed([q])}
        UNION SELECT speakers_like(${q})
      )
      ORDER BY sp.name ILIKE ${beginning} DESC, sp.name ILIKE ${word} DESC, sp.name ILIKE ${inside} DESC,
        word_similarity(${q}, sp.name) DESC, lower(sp.name), sp.id LIMIT ${limit}`,
    audience,
  )
}
