import type { Claim, ClaimItem } from '#contract/claims.ts'
import type { Snapshot, Source } from '#contract/sources.ts'
import { ClaimForm } from '../features/claiming/claim-form.tsx'
import { QuoteForClaim } from '../features/claiming/quote-for-claim.tsx'
import { ClaimPicker } from '../features/claims/claim-picker.tsx'
import { PassageCommentForm } from '../features/comments-on-passages/passage-comment-form.tsx'
import type { Action, ActionKind } from '../text/draft-places.ts'

export const PANEL_TITLES: Record<ActionKind, string> = {
  claim: 'New claim',
  quote: 'Quote for an existing claim',
  comment: 'Comment on these words',
}

/** The form for what is done with a passage. `onSaved` is given the id under which the passage then stands in the margin. */
export function ReaderPanel({
  source,
  snapshot,
  action,
  topics,
  onDraft,
  onSaved,
}: {
  source: Source
  snapshot: Snapshot
  action: Action
  topics: readonly string[]
  onDraft: (kept: boolean) => void
  onSaved: (id: string, claim: Claim | null) => void
}) {
  const { start, end } = action
  const passage = { snapshotId: snapshot.id, start, end, exact: snapshot.text.slice(start, end) }

  function saved(claim: Claim) {
    const quote = claim.appearances.find(
      one => one.quote.snapshotId === snapshot.id && one.quote.start === start && one.quote.end === end,
    )?.quote
    onSaved(`${claim.id}:${quote?.id ?? ''}`, claim)
  }

  if (action.kind === 'claim')
    return (
      <ClaimForm
        passage={passage}
        text={snapshot.text}
        published={source.published}
        topics={topics}
        onSaved={saved}
        onDraft={onDraft}
      />
    )
  if (action.kind === 'quote') return <QuoteForClaim passage={passage} picker={findClaim} onSaved={saved} />
  return (
    <PassageCommentForm
      sourceId={source.id}
      quote={passage}
      onSaved={comment => onSaved(comment.id, null)}
      onDraft={onDraft}
    />
  )
}

function findClaim(onPick: (claim: ClaimItem) => void) {
  return <ClaimPicker label="Find the claim" not="" onPick={onPick} />
}
