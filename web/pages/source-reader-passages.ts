import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Snapshot, Source } from '#contract/sources.ts'
import { useCan } from '../api/session.ts'
import { type PlacedClaim, placeClaims } from '../features/claiming/placed-claims.ts'
import { claimsOfOthers, snapshotClaims } from '../features/claiming/queries.ts'
import { type PlacedComment, placeComments } from '../features/comments-on-passages/placed-comments.ts'
import { passageComments } from '../features/comments-on-passages/queries.ts'
import type { Action } from '../text/draft-places.ts'
import type { Mark } from '../text/marks.ts'

/** What stands at a passage of the text: a claim, a comment, or a form that was begun. */
export type ReaderPassage = Mark & { claim?: PlacedClaim; comment?: PlacedComment; draft?: Action }

const NONE: never[] = []

/** Everything that stands at passages of a text, in its order, and the claims whose words it has not got. */
export function useReaderPassages(
  source: Source,
  snapshot: Snapshot,
  drafts: readonly Action[],
): {
  passages: ReaderPassage[]
  missing: PlacedClaim[]
  /** Whether all claims have been read. */
  complete: boolean
} {
  const mayRead = useCan('researcher')
  const others = useMemo(
    () => source.snapshots.map(({ id }) => id).filter(id => id !== snapshot.id),
    [source.snapshots, snapshot.id],
  )
  const ownQuery = useQuery(snapshotClaims(snapshot.id))
  const elsewhereQuery = useQuery(claimsOfOthers(others))
  const own = ownQuery.data ?? NONE
  const elsewhere = elsewhereQuery.data ?? NONE
  const comments = useQuery({ ...passageComments(source.id), enabled: mayRead }).data ?? NONE
  const { text, id } = snapshot

  const claims = useMemo(() => placeClaims(text, own, elsewhere), [text, own, elsewhere])
  const placedComments = useMemo(() => placeComments(text, id, comments), [text, id, comments])
  const passages = useMemo(() => {
    const all: ReaderPassage[] = [
      ...claims.placed.map(claim => ({
        id: claim.id,
        start: claim.start,
        end: claim.end,
        kind: claim.marked.claim.disputed ? ('disputed' as const) : ('claim' as const),
        claim,
      })),
      ...placedComments.map(comment => ({
        ...span(comment),
        id: comment.id,
        kind: 'note' as const,
        comment,
      })),
      ...drafts.map(draft => ({
        ...span(draft),
        id: `${draft.kind}-${draft.start}-${draft.end}`,
        kind: 'note' as const,
        draft,
      })),
    ]
    return all.toSorted((a, b) => a.start - b.start || a.end - b.end)
  }, [claims, placedComments, drafts])
  const complete = ownQuery.isSuccess && (others.length === 0 || elsewhereQuery.isSuccess)
  return { passages, missing: claims.missing, complete }
}

function span({ start, end }: { start: number; end: number }) {
  return { start, end }
}
