import { anchor, indexText } from '#domain/anchor.ts'
import type { Span } from '#domain/quote.ts'
import type { PassageComment } from './queries.ts'

export type PlacedComment = Span & { id: string; comment: PassageComment }

/**
 * The comments where their words stand in the text of a snapshot. One on another version is looked for; when its words
 * are not here, it is left out.
 */
export function placeComments(
  text: string,
  snapshotId: string,
  comments: readonly PassageComment[],
): PlacedComment[] {
  const index = comments.some(({ quote }) => quote.snapshotId !== snapshotId) ? indexText(text) : null
  return comments.flatMap(comment => {
    const { quote } = comment
    const found = quote.snapshotId === snapshotId || index === null ? quote : anchor(index, quote)
    return 'start' in found ? [{ id: comment.id, start: found.start, end: found.end, comment }] : []
  })
}
