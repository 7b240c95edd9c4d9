import { Alert } from '@mantine/core'
import { Link } from 'react-router'
import type { DecisionOutcome } from '#contract/relations.ts'
import { count, RELATION_KIND_LABELS } from '../../ui/labels.ts'
import classes from './list.module.css'

/** What became of each decision: how many were taken, and of the others why not and how they stand. */
export function BulkOutcomes({ outcomes }: { outcomes: readonly DecisionOutcome[] }) {
  const left = outcomes.filter(({ outcome }) => outcome !== 'decided')
  const taken = outcomes.length - left.length
  return (
    <Alert role="status" className={classes.outcomes ?? ''} title={`${count(taken, 'pair')} decided`}>
      {left.length === 0 ? null : (
        <>
          <p>{`${count(left.length, 'pair')} left as they are:`}</p>
          <ul>
            {left.map(({ id, message, relation }) => {
              const last = relation?.decisions.at(-1)
              return (
                <li key={id}>
                  {relation ? (
                    <Link to={`/claims/${relation.a.id}`}>{relation.a.statement}</Link>
                  ) : (
                    'A pair that is gone'
                  )}
                  {`: ${message ?? ''}`}
                  {last
                    ? ` ${last.decidedBy.name}: ${last.kind ? RELATION_KIND_LABELS[last.kind] : 'taken back'}, “${last.note}”`
                    : ''}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Alert>
  )
}
