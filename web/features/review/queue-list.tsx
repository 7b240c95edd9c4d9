import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { decideSeveral, MOST_AT_ONCE } from '#contract/relations.ts'
import type { QueueOrder, Suggestion } from '#contract/suggestions.ts'
import { RELATION_KINDS, type RelationKind } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { itemsOf } from '../../api/keyset.ts'
import { choices, count, RELATION_KIND_LABELS } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { type BulkChoice, inputOf } from './bulk-choice.ts'
import { BulkOutcomes } from './bulk-outcomes.tsx'
import { noteOf } from './kinds.ts'
import classes from './list.module.css'
import { type QueueFilter, queue, queueCounts, suggestionKeys } from './queries.ts'
import { QueueRow } from './queue-row.tsx'

// Read when the first selection is to be decided.
const BulkSummary = lazy(async () => ({ default: (await import('./bulk-summary.tsx')).BulkSummary }))

/** The queue as a list, for deciding the same of several pairs at once. */
export function QueueList({
  filter,
  order,
  narrowed,
}: {
  filter: QueueFilter
  order: QueueOrder
  narrowed: boolean
}) {
  const query = useInfiniteQuery(queue(filter, order))
  const counts = useQuery(queueCounts(filter))
  return (
    <Loaded query={query} shape="table">
      {data => {
        const pairs: Suggestion[] = itemsOf(data)
        return (
          <>
            <p className={classes.counter}>
              <strong>{counts.data ? count(counts.data.total, 'pair waits', 'pairs wait') : '…'}</strong>
            </p>
            <Selection pairs={pairs} narrowed={narrowed} />
            <LoadMore query={query} noun="pairs" />
          </>
        )
      }}
    </Loaded>
  )
}

function Selection({ pairs, narrowed }: { pairs: readonly Suggestion[]; narrowed: boolean }) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [kind, setKind] = useState<RelationKind>('unrelated')
  const [note, setNote] = useState('')
  const [summed, setSummed] = useState<BulkChoice | null>(null)
  const [asked, setAsked] = useState(false)
  const selected = pairs.filter(pair => chosen.has(pair.id))
  const send = useMutation({
    mutationFn: (choice: BulkChoice) => call(decideSeveral, { body: inputOf(choice) }),
    onSuccess: async ({ outcomes }) => {
      const left = outcomes.filter(({ outcome }) => outcome !== 'decided').map(({ id }) => id)
      setChosen(new Set(left))
      if (left.length === 0) setNote('')
      setSummed(null)
      await client.invalidateQueries({ queryKey: suggestionKeys.all })
      await client.invalidateQueries({
        predicate: ({ queryKey }) => ['claims', 'relations', 'disputes'].includes(String(queryKey[0])),
        refetchType: 'none',
      })
    },
  })
  if (pairs.length === 0 && !send.data)
    return (
      <EmptyState
        title="Nothing waits for a decision"
        text={
          narrowed ? 'No pair that these filters let through waits for you.' : 'New suggestions appear here.'
        }
      />
    )

  function toggle(id: string) {
    setChosen(last => {
      const next = new Set(last)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }
  const all = pairs.slice(0, MOST_AT_ONCE)
  return (
    <>
      <section className={classes.bulk} aria-label="Decide the selected pairs">
        <Checkbox
          label={selected.length === 0 ? 'Select all shown' : `${selected.length} selected`}
          checked={selected.length > 0 && selected.length === all.length}
          indeterminate={selected.length > 0 && selected.length < all.length}
          onChange={() => setChosen(selected.length > 0 ? new Set() : new Set(all.map(pair => pair.id)))}
        />
        <Select
          aria-label="Decision"
          size="sm"
          allowDeselect={false}
          data={choices(RELATION_KINDS, RELATION_KIND_LABELS)}
          value={kind}
          onChange={value => setKind(knownTerm(RELATION_KINDS, value) ?? kind)}
        />
        <Textarea
          aria-label="Note"
          className={classes.note ?? ''}
          autosize
          minRows={1}
          maxLength={4000}
          placeholder={noteOf(kind, { reasons: [] })}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Button
          disabled={selected.length === 0}
          onClick={() => {
            setAsked(true)
            setSummed({
              pairs: selected.slice(0, MOST_AT_ONCE),
              kind,
              note: note.trim() || noteOf(kind, { reasons: [] }),
            })
          }}
        >
          Decide…
        </Button>
      </section>
      {send.data ? <BulkOutcomes outcomes={send.data.outcomes} /> : null}
      <ul className={classes.rows}>
        {pairs.map(pair => (
          <QueueRow key={pair.id} pair={pair} chosen={chosen.has(pair.id)} onToggle={() => toggle(pair.id)} />
        ))}
      </ul>
      <Suspense fallback={null}>
        {asked ? (
          <BulkSummary
            choice={summed}
            sending={send.isPending}
            error={send.error}
            onSend={() => summed && send.mutate(summed)}
            onClose={() => setSummed(null)}
          />
        ) : null}
      </Suspense>
    </>
  )
}
