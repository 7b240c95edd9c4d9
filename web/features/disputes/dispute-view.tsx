import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Dispute } from '#contract/disputes.ts'
import { useCan } from '../../api/session.ts'
import { useKeys } from '../../ui/keys.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { knownTerm, useUrlFilters } from '../../ui/use-url-filters.ts'
import { DisputeActions } from './dispute-actions.tsx'
import { DisputeEyebrow, DisputeLead, PrintedFrom } from './dispute-head.tsx'
import classes from './dispute-view.module.css'
import { markDispute } from './mark-dispute.ts'
import { PublishingProblem, usePublishing } from './publishing.tsx'
import { RelationList } from './relation-list.tsx'
import { SideBySide } from './side-by-side.tsx'
import { CLAIM_ORDERS, type ClaimOrder } from './sides.ts'
import { TimeLineList } from './time-line-list.tsx'

const NAMES = ['order'] as const
const ORDER_LABELS: Record<ClaimOrder, string> = { oldest: 'Oldest first', newest: 'Newest first' }

/** A disputed point: its sides, then when it was said, what holds between the claims and, as `children`, what else belongs to it. */
export function DisputeView({ dispute, children }: { dispute: Dispute; children?: ReactNode }) {
  const { one, change } = useUrlFilters(NAMES)
  const order = knownTerm(CLAIM_ORDERS, one('order')) ?? 'oldest'
  const all = useMemo(() => markDispute(dispute), [dispute])
  const publishing = usePublishing(dispute)
  const setOrder = (next: string) => change({ order: next === 'newest' ? next : null })
  const hasClaims = dispute.positions.some(position => position.claims.length > 0)
  return (
    <>
      <PageTitle
        serif
        title={dispute.question}
        eyebrow={<DisputeEyebrow dispute={dispute} />}
        lead={<DisputeLead dispute={dispute} />}
      />
      <PageKeys dispute={dispute} onTurn={() => setOrder(order === 'newest' ? 'oldest' : 'newest')} />
      <div className={`${classes.tools} no-print`}>
        {hasClaims ? (
          <SegmentedControl
            size="xs"
            aria-label="Order of the claims"
            data={CLAIM_ORDERS.map(value => ({ value, label: ORDER_LABELS[value] }))}
            value={order}
            onChange={setOrder}
          />
        ) : null}
        <div className={classes.actions}>
          <DisputeActions dispute={dispute} publishing={publishing} />
        </div>
      </div>
      <PublishingProblem dispute={dispute} publishing={publishing} />
      <SideBySide dispute={dispute} all={all} order={order} />
      {hasClaims ? (
        <section className={classes.part} aria-labelledby="time-line">
          <h2 id="time-line">Who said what, when</h2>
          <TimeLineList dispute={dispute} />
        </section>
      ) : null}
      {dispute.relations.length > 0 ? (
        <section className={classes.part} aria-labelledby="relations">
          <h2 id="relations">What holds between the claims, and why</h2>
          <RelationList dispute={dispute} />
        </section>
      ) : null}
      {children}
      <PrintedFrom dispute={dispute} />
    </>
  )
}

function PageKeys({ dispute, onTurn }: { dispute: Dispute; onTurn: () => void }) {
  const navigate = useNavigate()
  const editor = useCan('editor')
  const edit = { keys: 'e', does: 'Edit', run: () => void navigate(`/disputes/${dispute.slug}/edit`) }
  useKeys('This disputed point', [
    { keys: 'o', does: 'Oldest or newest claims first', run: onTurn },
    ...(editor ? [edit] : []),
  ])
  return null
}
