import type { Decision } from '#contract/relations.ts'
import { count, RELATION_KIND_LABELS } from '../ui/labels.ts'
import { sayInstant } from '../ui/time-ago.tsx'
import classes from './decisions.module.css'

/** Who decided this, when and why; earlier decisions, those taken back struck out, behind a click. */
export function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  const undone = new Set(decisions.flatMap(({ undoesId }) => undoesId ?? []))
  const ruling = decisions.findLast(({ action, id }) => action === 'decide' && !undone.has(id))
  return (
    <>
      {ruling ? (
        <p>
          {ruling.note} <Signature decision={ruling} />
        </p>
      ) : null}
      {decisions.length > 1 ? (
        <details className={classes.history}>
          <summary>{`History of ${count(decisions.length, 'decision')}`}</summary>
          <ol>
            {decisions.map(decision => (
              <li key={decision.id}>
                {decision.action === 'undo' ? 'Taken back' : null}
                {decision.action === 'undo' && decision.note ? ': ' : ' '}
                {undone.has(decision.id) ? <s>{sayVerdict(decision)}</s> : sayVerdict(decision)}{' '}
                <Signature decision={decision} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  )
}

function sayVerdict({ kind, note }: Decision): string {
  return kind ? `${RELATION_KIND_LABELS[kind]}: ${note}` : note
}

function Signature({ decision: { decidedBy, decidedAt } }: { decision: Decision }) {
  return (
    <span className={classes.signature}>
      {decidedBy.name}, <time dateTime={decidedAt}>{sayInstant(decidedAt)}</time>
    </span>
  )
}
