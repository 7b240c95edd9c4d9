import type { Claim, ClaimBrief, ClaimItem, ClaimRevision } from '#contract/claims.ts'
import type { Appearance, Quote } from '#contract/quotes.ts'
import type { Audience } from '../auth/viewer.ts'
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

/** Of disputes, and of claims that are one with it, those that `audience` is shown. */
export function viewClaim(
  row: ClaimRow,
  placed: (appearance: AppearanceRow) => Placed,
  audience: Audience,
): Claim {
  const disputes = row.positions
    .map(({ position }) => position.dispute)
    .filter(({ publishedAt }) => audience === 'all' || publishedAt !== null)
  const isShown = ({ published }: { published: boolean }) => audience === 'all' || published
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
    sameAs: row.sameAs && isShown(row.sameAs) ? viewSame(row.sameAs) : null,
    joined: row.joined.filter(isShown).map(viewSame),
  }
}

const viewSame = ({ id, statement }: ClaimBrief): ClaimBrief => ({ id, statement })

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
    sameAs:
      row.sameAsId === null || row.sameAsStatement === null
        ? null
        : { id: row.sameAsId, statement: row.sameAsStatement },
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
