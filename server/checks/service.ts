import type { z } from 'zod'
import type {
  CheckedText,
  CheckReport,
  CheckReportItem,
  checkSentences,
  keepReport,
} from '#contract/checks.ts'
import { conflict, forbidden, notFound } from '#domain/refusals.ts'
import { cutSentences } from '#domain/sentences.ts'
import type { Viewer } from '../auth/viewer.ts'
import { readClaimItems } from '../claims/read.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Db } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import { compareSentences, type Found } from './compare-sentences.ts'
import * as store from './store.ts'
import { findingsOf, viewReport, viewReportItem } from './view.ts'

/** Says of sentences which claims they conflict with or repeat, in their order, with those claims. Stores nothing. */
export async function compareAll(
  db: Db,
  sentences: readonly string[],
): Promise<z.input<typeof checkSentences.reply>> {
  const { modelVersion, found } = await compareSentences(db, sentences)
  return { modelVersion, found, claims: await readClaimsOf(db, found) }
}

/** Cuts a text into sentences and says the same of each that can be compared. Stores nothing. */
export async function checkText(db: Db, text: string): Promise<z.input<typeof CheckedText>> {
  const sentences = cutSentences(text)
  const asked = sentences.filter(sentence => sentence.unchecked === null)
  const { modelVersion, found } = await compareSentences(
    db,
    asked.map(({ start, end }) => text.slice(start, end)),
  )
  const findings = new Map(asked.map((sentence, index) => [sentence, found[index]]))
  return {
    modelVersion,
    sentences: sentences.map(sentence => ({
      ...sentence,
      ...(findings.get(sentence) ?? { conflicts: [], repeats: [] }),
    })),
    claims: await readClaimsOf(db, found),
  }
}

function readClaimsOf(db: Db, found: readonly Found[]) {
  const ids = found.flatMap(({ conflicts, repeats }) => [...conflicts, ...repeats].map(one => one.claimId))
  return readClaimItems(db, [...new Set(ids)], 'all')
}

/**
 * Checks a text and keeps it with what was found, under the name of who asked. Throws `conflict` with the report that
 * stands when the id is taken.
 */
export async function keep(
  deps: Deps,
  author: Viewer,
  { id: chosen, text, title }: z.output<typeof keepReport.body>,
): Promise<CheckReport> {
  const { prisma } = deps.database
  const { modelVersion, sentences } = await checkText(prisma, text)
  const conflicting = sentences.filter(one => one.conflicts.length > 0).length
  const repeating = sentences.filter(one => one.conflicts.length === 0 && one.repeats.length > 0).length
  const counts = { sentences: sentences.length, conflicting, repeating }
  const name = title ?? firstWords(text)
  try {
    const kept = await prisma.$transaction(async tx => {
      const id = await store.insertReport(tx, {
        ...(chosen !== undefined && { id: chosen }),
        title: name,
        text,
        findings: sentences,
        modelVersion,
        ...counts,
        createdAt: deps.now(),
        createdById: author.id,
      })
      // The text is not in the log: once it is removed, it is gone.
      const to = { title: name, modelVersion, ...counts }
      await recordEvent(tx, { actor: author, action: 'check.kept', subjectId: id, to })
      return id
    })
    return await read(prisma, kept)
  } catch (error) {
    if (!isDuplicate(error) || chosen === undefined) throw error
    throw conflict('This report was kept already.', await read(prisma, chosen))
  }
}

/** How much of a text names it, in UTF-16 units. */
const NAME = 80

function firstWords(text: string): string {
  const [first] = cutSentences(text)
  const words = (first ? text.slice(first.start, first.end) : text.trim()).replaceAll(/\s+/g, ' ')
  if (words.length <= NAME) return words
  return `${words
    .slice(0, words.lastIndexOf(' ', NAME) + 1 || NAME)
    .trim()
    .toWellFormed()} …`
}

/** A kept report with the claims it names as they read now. Throws `not_found`. */
export async function read(db: Db, id: string): Promise<CheckReport> {
  const row = await store.findReport(db, id)
  if (row === null) throw notFound('report')
  const sentences = findingsOf(row)
  return viewReport(row, sentences, await readClaimsOf(db, sentences))
}

/** Removes a report with its text, for good. Throws `not_found`, and `forbidden` for another person’s unless one is an admin. */
export async function remove(deps: Deps, viewer: Viewer, id: string): Promise<CheckReportItem> {
  return deps.database.prisma.$transaction(async tx => {
    const row = await store.findReportItem(tx, id)
    if (row === null) throw notFound('report')
    if (row.createdBy.id !== viewer.id && viewer.role !== 'admin')
      throw forbidden('Only who kept a report, or an admin, removes it.')
    if (!(await store.deleteReport(tx, id))) throw notFound('report')
    const { title, sentences, conflicting, repeating } = row
    const from = { title, sentences, conflicting, repeating }
    await recordEvent(tx, { actor: viewer, action: 'check.removed', subjectId: id, from })
    return viewReportItem(row)
  })
}
