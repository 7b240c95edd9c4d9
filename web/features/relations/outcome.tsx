import { Relation } from '#contract/relations.ts'
import { ApiError } from '../../api/api-error.ts'
import { RELATION_KIND_LABELS, RELATION_STATE_LABELS } from '../../ui/labels.ts'

/** The relation as it stands, which a conflict carries. */
export function standingOf(error: unknown): Relation | undefined {
  return error instanceof ApiError && error.code === 'conflict'
    ? Relation.safeParse(error.current).data
    : undefined
}

/** What went wrong; on a conflict, what the other person decided. One's own choice is still in the form. */
export function Outcome({ error, message }: { error: unknown; message?: string | null }) {
  const standing = standingOf(error)
  const last = standing?.decisions.at(-1)
  return (
    <p role="alert" className="problem">
      {message ?? (error instanceof Error ? error.message : 'It did not work.')}
      {standing
        ? ` It now reads: ${RELATION_KIND_LABELS[standing.kind]}, ${RELATION_STATE_LABELS[standing.state].toLowerCase()}${
            last ? `, by ${last.decidedBy.name}: “${last.note}”` : ''
          }. What you chose is still here: send it again to decide on top of that.`
        : null}
    </p>
  )
}
