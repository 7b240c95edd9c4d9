import { Button, MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { REASON_TYPES } from '#domain/vocabulary.ts'
import { useMe } from '../../api/session.ts'
import { ClaimFilters } from '../../ui/claim-filters.tsx'
import { choices, REASON_TYPE_LABELS } from '../../ui/labels.ts'
import { editors } from './queries.ts'
import classes from './review.module.css'
import type { useQueueFilter } from './use-queue-filter.ts'

const SCORES = ['0.5', '0.7', '0.8', '0.9', '0.95'].map(value => ({
  value,
  label: `${Math.round(Number(value) * 100)} % or more`,
}))

const READINGS = [{ value: 'second', label: 'Second readings only' }]

/** What the queue is narrowed by. */
export function QueueFilters({
  filter,
  change,
  clear,
  active,
}: Pick<ReturnType<typeof useQueueFilter>, 'filter' | 'change' | 'clear' | 'active'>) {
  const me = useMe()?.account
  const people = useQuery(editors).data?.items ?? []
  const scores = SCORES.some(({ value }) => value === filter.minScore)
    ? SCORES
    : [...SCORES, ...(filter.minScore ? [{ value: filter.minScore, label: filter.minScore }] : [])]
  return (
    <section className={classes.filters} aria-label="Filters">
      <Select
        label="Likely at least"
        placeholder="Any"
        clearable
        data={scores}
        value={filter.minScore ?? null}
        onChange={minScore => change({ minScore })}
      />
      <MultiSelect
        label="Reason"
        placeholder={filter.reason.length > 0 ? '' : 'Any'}
        clearable
        data={choices(REASON_TYPES, REASON_TYPE_LABELS)}
        value={filter.reason}
        onChange={reason => change({ reason })}
      />
      <ClaimFilters filter={filter} change={change} />
      <Select
        label="Assigned to"
        placeholder="Anybody"
        clearable
        data={[
          { value: 'me', label: 'Me' },
          { value: 'nobody', label: 'Nobody' },
          ...people.filter(({ id }) => id !== me?.id).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.assigned ?? null}
        onChange={assigned => change({ assigned })}
      />
      <Select
        label="Reading"
        placeholder="Any"
        clearable
        data={READINGS}
        value={filter.reading ?? null}
        onChange={reading => change({ reading })}
      />
      {active > 0 ? (
        <Button variant="default" className={classes.clear ?? ''} onClick={clear}>
          Clear all
        </Button>
      ) : null}
    </section>
  )
}
