import { Button, Kbd, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Queue, QueueOrder } from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { relation } from '../../api/relation-queries.ts'
import { useKeys } from '../../ui/keys.ts'
import { count, RELATION_KIND_LABELS, RELATION_ORIGIN_LABELS } from '../../ui/labels.ts'
import { EmptyState, ErrorState, LoadingSkeleton } from '../../ui/states.tsx'
import { Assignment } from './assignment.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { sayJoin } from './join.ts'
import { ASKED, noteOf } from './kinds.ts'
import { NoteField } from './note-field.tsx'
import { PairView } from './pair-view.tsx'
import { precision, type QueueFilter, queueCounts } from './queries.ts'
import { RefusalPanel } from './refusal-panel.tsx'
import classes from './review.module.css'
import { sayPercent } from './share.ts'
import { SupersederChoice } from './superseder-choice.tsx'
import { type Desk, type DeskPair, useDesk } from './use-desk.ts'

// Read when a pair is first put on a disputed point.
const DisputeDialog = lazy(async () => ({ default: (await import('./dispute-dialog.tsx')).DisputeDialog }))

/** One pair at a time, one key a decision. */
export function ReviewDesk({
  filter,
  order,
  narrowed,
  voices,
}: {
  filter: QueueFilter
  order: QueueOrder
  /** Whether filters are set. */
  narrowed: boolean
  /** What else is said of a pair, beside its reasons. */
  voices: (relationId: string) => ReactNode
}) {
  const desk = useDesk(filter, order)
  const { query, pair } = desk
  const counts = useQuery(queueCounts(filter))
  if (query.isPending) return <LoadingSkeleton shape="columns" />
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={query.refetch} />
  return (
    <>
      <p className={classes.counter}>
        <strong>{counts.data ? count(counts.data.total, 'pair waits', 'pairs wait') : '…'}</strong>
        {desk.decided > 0 ? <span>{`${count(desk.decided, 'pair')} decided in this sitting`}</span> : null}
      </p>
      <RefusalPanel desk={desk} />
      {pair ? (
        <AtPair desk={desk} pair={pair} voices={voices(pair.id)} />
      ) : (
        <Through desk={desk} filter={filter} narrowed={narrowed} />
      )}
    </>
  )
}

const EMPTY: Record<Queue, string> = {
  conflicts:
    'Pairs of claims that cannot both be true are suggested here as claims are saved, and where somebody links two claims.',
  agreements: 'Pairs of claims that say the same are suggested here as claims are saved.',
  both: 'Pairs of claims that cannot both be true, or that say the same, are suggested here as claims are saved.',
}

/** Nothing is left to decide, or the rest is on its way. */
function Through({ desk, filter, narrowed }: { desk: Desk; filter: QueueFilter; narrowed: boolean }) {
  const { query } = desk
  useKeys('The desk', [{ keys: 'z', does: 'Take back my last decision', run: () => void desk.undo() }])
  if (query.isFetchingNextPage) return <LoadingSkeleton shape="columns" />
  if (query.isError)
    return <ErrorState error={query.error} onRetry={query.refetch} kept="Your decisions are kept." />
  return (
    <EmptyState
      title={desk.decided > 0 ? 'You are through' : 'Nothing waits for a decision'}
      text={
        narrowed
          ? 'No pair that these filters let through waits for you. Clear a filter to see the others.'
          : EMPTY[filter.about]
      }
      action={
        <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
          Look again
        </Button>
      }
    />
  )
}

function AtPair({ desk, pair, voices }: { desk: Desk; pair: DeskPair; voices: ReactNode }) {
  const note = useRef<HTMLTextAreaElement>(null)
  const written = useRef('')
  const write = useCallback((text: string) => {
    written.current = text
  }, [])
  const [superseding, setSuperseding] = useState<string | null>(null)
  const [dialog, setDialog] = useState<{ wanted: boolean; pair: DeskPair | null }>({
    wanted: false,
    pair: null,
  })
  const measured = useQuery(precision).data
  const byReason = useMemo(
    () => new Map((measured?.reasons ?? []).map(row => [row.reason, row] as const)),
    [measured],
  )
  const chosen = desk.mine?.choice.kind ?? null

  function decide(kind: RelationKind, supersederId: string | null = null) {
    setSuperseding(null)
    void desk.choose(pair.id, { kind, supersederId, note: written.current.trim() || noteOf(kind, pair) })
  }
  const start = (kind: RelationKind) => (kind === 'supersedes' ? setSuperseding(pair.id) : decide(kind))
  const openDialog = () => setDialog({ wanted: true, pair })

  const asked = ASKED[pair.from]
  useKeys('The desk', [
    ...asked.answers.flatMap(({ kinds }) =>
      kinds.map(({ kind, key, label }) => ({ keys: key, does: label, run: () => start(kind) })),
    ),
    { keys: 'z', does: 'Take back my last decision', run: () => void desk.undo() },
    { keys: 'j', does: 'Next pair, without deciding', run: () => desk.step(1), steps: true },
    { keys: 'k', does: 'Pair before', run: () => desk.step(-1), steps: true },
    { keys: 'n', does: 'Write a note', run: () => note.current?.focus() },
    { keys: 'g', does: 'Put both on a disputed point', run: openDialog },
  ])

  return (
    <>
      <VisuallyHidden aria-live="polite">
        {`${pair.a.speaker.name}: ${pair.a.statement}. ${pair.b.speaker.name}: ${pair.b.statement}.`}
      </VisuallyHidden>
      <article aria-label="The pair" className={classes.current}>
        <PairHead desk={desk} pair={pair} />
        <PairView key={pair.id} relation={pair} measured={byReason} voices={voices} />
      </article>
      <div className={classes.foot}>
        {superseding === pair.id ? (
          <SupersederChoice
            relation={pair}
            onChoose={id => decide('supersedes', id)}
            onCancel={() => setSuperseding(null)}
          />
        ) : (
          <DecisionBar asked={asked} chosen={chosen} hint={sayJoin(pair, asked)} onDecide={start} />
        )}
        <div className={classes.aside}>
          <NoteField
            key={pair.id}
            id={pair.id}
            field={note}
            onWrite={write}
            placeholder="Left empty, the decision says what its key means"
          />
          <div className={classes.moves}>
            <Move keys="Z" label="Undo" disabled={!desk.canUndo} onClick={() => void desk.undo()} />
            <Move keys="K" label="Back" onClick={() => desk.step(-1)} />
            <Move keys="J" label="Skip" onClick={() => desk.step(1)} />
            <Move keys="G" label="Put on a point" onClick={openDialog} />
          </div>
        </div>
      </div>
      <Suspense fallback={null}>
        {dialog.wanted ? (
          <DisputeDialog
            key={dialog.pair?.id}
            pair={dialog.pair}
            onClose={() => setDialog({ wanted: true, pair: null })}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function Move({
  keys,
  label,
  disabled = false,
  onClick,
}: {
  keys: string
  label: string
  disabled?: boolean
  onClick: () => void
}) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      disabled={disabled}
      aria-keyshortcuts={keys.toLowerCase()}
      leftSection={
        <Kbd size="xs" aria-hidden="true">
          {keys}
        </Kbd>
      }
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

/** Where the pair comes from, how it stands, and whose it is. */
function PairHead({ desk, pair }: { desk: Desk; pair: DeskPair }) {
  const own = desk.mine
  return (
    <div className={classes.head}>
      <p className={classes.origin}>
        <span>{RELATION_ORIGIN_LABELS[pair.origin]}</span>
        {typeof pair.likelihood === 'number' ? (
          <span title={`The score was ${sayPercent(pair.score ?? 0)}; decisions at this desk have moved it.`}>
            {`Likelihood ${sayPercent(pair.likelihood)}`}
          </span>
        ) : null}
        {pair.awaits ? (
          <strong>
            {pair.awaits === 'second'
              ? 'Second reading: what the first reader found shows after yours'
              : 'Third reading: two readers disagree'}
          </strong>
        ) : null}
        {own && own.state !== 'refused' ? (
          <strong>{`You decided: ${RELATION_KIND_LABELS[own.choice.kind]}`}</strong>
        ) : null}
        <Link to={`/relations/${pair.id}`}>Discuss this pair</Link>
      </p>
      {desk.hasLeft ? <Left pair={pair} /> : <Assignment pair={pair} onAssigned={desk.replace} />}
    </div>
  )
}

/** Somebody else has decided the pair that is being looked at. It stays until one goes on. */
function Left({ pair }: { pair: DeskPair }) {
  const standing = useQuery({ ...relation(pair.id), staleTime: 0 }).data
  if (!standing || standing.version === pair.version) return null
  const last = standing.decisions.at(-1)
  const found = last?.kind ? `: ${RELATION_KIND_LABELS[last.kind]}` : ''
  return (
    <p role="status" className={classes.left}>
      <strong>{`${last?.decidedBy.name ?? 'Somebody'} has decided this pair meanwhile${found}.`}</strong> J
      goes on.
    </p>
  )
}
