import type { Appearance, Claim, ClaimItem, ClaimRevision, Quote } from '#contract/claims.ts'
import { readDate } from '../db/partial-dates.ts'
import { viewSourceBrief } from '../sources/view.ts'
import { viewSpeakerBrief } from '../speakers/view.ts'
import { viewTopicBrief } from '../topics/view.ts'
import type { ClaimItemRow } from './item-store.ts'
import type { RevisionRow } from './revision-store.ts'
import type { AppearanceRow, ClaimRow, QuoteRow } from './store.ts'

/** What is found by looking at texts: the words around a quote, and its state in the newest snapshot. */
export type Placed = Pick<Appearance, 'context' | 'state' | 'now'>

export function viewQuote(row: QuoteRow): Quote {
  return {
    id: row.id,
    snapshotId: row.snapshotId,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start,
    end: row.end,
    page: row.page,
  }
}

function viewAppearance(row: AppearanceRow, { context, state, now }: Placed): Appearance {
  return {
    id: row.id,
    first: row.first,
    quote: viewQuote(row.quote),
    context,
    state,
    now,
    source: viewSourceBrief(row.quote.snapshot.source),
    addedAt: row.addedAt.toISOString(),
    addedBy: row.addedBy,
  }
}

/** The disputes are those the reader may see. */
export function viewClaim(
  row: ClaimRow,
  placed: (appearance: AppearanceRow) => Placed,
  disputes: readonly ClaimRow['positions'][number]['position']['dispute'][],
): Claim {
  return {
    id: row.id,
    version: row.version,
    statement: row.statement,
    howPut: row.howPut,
    speaker: viewSpeakerBrief(row.speaker),
    said: readDate(row.saidEdtf, row.saidFrom, row.saidTo),
    topics: row.topics.map(({ topic }) => viewTopicBrief(topic)),
    createdAt: row.createdAt.toISOString(),
    appearances: row.appearances.map(appearance => viewAppearance(appearance, placed(appearance))),
    disputes: disputes.map(({ id, slug, question, publishedAt }) => ({
      id,
      slug,
      question,
      published: publishedAt !== null,
    })),
  }
}

export function viewClaimItem(row: ClaimItemRow): ClaimItem {
  return {
    id: row.id,
    version: row.version,
    statement: row.statement,
    howPut: row.howPut,
    speaker: viewSpeakerBrief({
      id: row.speakerId,
      name: row.speakerName,
      kind: row.speakerKind,
      role: row.speakerRole,
    }),
    said: readDate(row.saidEdtf, row.saidFrom, row.saidTo),
    topics: row.topics.map(viewTopicBrief),
    createdAt: row.createdAt.toISOString(),
    quote: { snapshotId: row.snapshotId, exact: row.exact, start: row.start, end: row.end },
    source: viewSourceBrief({ ...row, id: row.sourceId }),
    appearances: row.appearances,
    disputed: row.disputed,
  }
}

export function viewRevision(row: RevisionRow): ClaimRevision {
  return {
    number: row.number,
    statement: row.statement,
    howPut: row.howPut,
    speaker: viewSpeakerBrief(row.speaker),
    said: row.saidEdtf,
    topics: row.topics,
    revisedAt: row.revisedAt.toISOString(),
    revisedBy: row.revisedBy,
  }
}
