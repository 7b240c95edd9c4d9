import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Relation } from '#contract/relations.ts'
import { relation as relationQuery } from '../api/relation-queries.ts'
import { useCan } from '../api/session.ts'
import { Decisions } from '../compare/decisions.tsx'
import classes from '../features/claims/claims.module.css'
import { Discussion } from '../features/comments/discussion.tsx'
import { SecondOpinions } from '../features/opinions/second-opinions.tsx'
import { DecideForm } from '../features/relations/decide-form.tsx'
import { type MeasuredByReason, PairView } from '../features/review/pair-view.tsx'
import { RELATION_KIND_LABELS, RELATION_STATE_LABELS } from '../ui/labels.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'

const NOT_MEASURED: MeasuredByReason = new Map()

/** What holds between two claims, by itself: both side by side, who decided what, and what is said about it. */
export function Component() {
  const { id = '' } = useParams()
  const query = useQuery(relationQuery(id))
  const canDecide = useCan('editor')
  const canComment = useCan('researcher')
  return (
    <Loaded query={query} shape="columns">
      {relation => (
        <>
          <PageTitle
            title={RELATION_KIND_LABELS[relation.kind]}
            windowTitle={`${relation.a.statement} — ${relation.b.statement}`}
            eyebrow="Two claims"
            lead={sayState(relation)}
          />
          <PairView
            relation={relation}
            measured={NOT_MEASURED}
            voices={canDecide ? <SecondOpinions relationId={id} /> : null}
          />
          {canDecide ? <DecideForm relation={relation} /> : null}
          {relation.decisions.length > 0 ? (
            <section className={classes.section}>
              <h2>Decisions</h2>
              <Decisions decisions={relation.decisions} />
            </section>
          ) : null}
          {canComment ? (
            <div className={classes.section}>
              <Discussion subject={{ type: 'relation', id }} />
            </div>
          ) : null}
        </>
      )}
    </Loaded>
  )
}

function sayState({ state, awaits }: Relation): string {
  if (awaits === null) return RELATION_STATE_LABELS[state]
  return awaits === 'second' ? 'Suggested, awaits a second reading' : 'Suggested, awaits a third reading'
}
