import { Button, MultiSelect, Select } from '@mantine/core'
import { parsePartialDate } from '#domain/partial-date.ts'
import { DISPUTE_STATES } from '#domain/vocabulary.ts'
import { useCan } from '../../api/session.ts'
import { ClaimFilters } from '../../ui/claim-filters.tsx'
import { choices, DISPUTE_STATE_LABELS } from '../../ui/labels.ts'
import { PartialDateField } from '../../ui/partial-date.tsx'
import classes from './front.module.css'
import { useDisputeFilter } from './use-dispute-filter.ts'
import { useTypedFilter } from './use-typed-filter.ts'

const PUBLISHED = [
  { value: 'true', label: 'Published' },
  { value: 'false', label: 'Not published' },
]

export function DisputeFilters() {
  const { filter, change, clear, active } = useDisputeFilter()
  const desk = useCan('researcher')
  return (
    <div className={classes.filters}>
      <ClaimFilters filter={filter} change={change} />
      <MultiSelect
        label="State"
        placeholder={filter.state.length > 0 ? '' : 'Any'}
        clearable
        data={choices(DISPUTE_STATES, DISPUTE_STATE_LABELS)}
        value={filter.state}
        onChange={state => change({ state })}
      />
      <DateFilter label="Said on or after" value={filter.from ?? ''} onChange={from => change({ from })} />
      <DateFilter label="Said on or before" value={filter.to ?? ''} onChange={to => change({ to })} />
      {desk ? (
        <Select
          label="Published"
          placeholder="Either"
          clearable
          data={PUBLISHED}
          value={filter.published ?? null}
          onChange={published => change({ published })}
        />
      ) : null}
      {active > 0 ? (
        <Button variant="default" className={classes.clear ?? ''} onClick={clear}>
          Clear all
        </Button>
      ) : null}
    </div>
  )
}

/** Goes into the URL as soon as what is typed is a date. */
function DateFilter({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (date: string | null) => void
}) {
  const { typed, setTyped, send } = useTypedFilter(value, date => onChange(date === '' ? null : date))
  function type(text: string) {
    setTyped(text)
    const date = text.trim()
    if (date === '' || parsePartialDate(date).ok) send(date)
  }
  return (
    <PartialDateField
      label={label}
      value={typed}
      placeholder="2020, May 2020 …"
      description=" "
      onChange={type}
    />
  )
}
