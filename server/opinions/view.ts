import type * as contract from '#contract/opinions.ts'
import type { Adviser } from './adviser.ts'
import { type AskedPair, type listFailures, type OpinionRow, Spans } from './store.ts'

export function viewOpinion(row: OpinionRow, { a, b }: AskedPair): contract.Opinion {
  const { contradicts, agrees, neither } = row
  return {
    id: row.id,
    adviser: row.adviser,
    model: row.model,
    state: row.state,
    current: row.aRevision === a.version && row.bRevision === b.version,
    verdict:
      contradicts === null || agrees === null || neither === null ? null : { contradicts, agrees, neither },
    spans: Spans.parse(row.spans),
    explanation: row.explanation,
    failure: row.failure,
    request: row.request,
    answer: row.answer,
    attempts: row.attempts,
    tokens: row.tokens,
    durationMs: row.durationMs,
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedBy,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }
}

type Counts = Pick<contract.Adviser, 'askedToday' | 'waiting' | 'given' | 'unusable' | 'failed'>

export function viewAdviser(
  { name, model, sentTo, perDay }: Adviser,
  counts: Counts,
  failures: Awaited<ReturnType<typeof listFailures>>,
): contract.Adviser {
  return {
    adviser: name,
    model,
    sentTo,
    perDay,
    askedToday: counts.askedToday,
    waiting: counts.waiting,
    given: counts.given,
    unusable: counts.unusable,
    failed: counts.failed,
    failures: failures.flatMap(({ relationId, answeredAt, failure }) =>
      answeredAt && failure !== null ? [{ relationId, at: answeredAt.toISOString(), failure }] : [],
    ),
  }
}
