import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Choice } from './name-choices.ts'

const SETTLE_MS = 150

/** Several of many: what is offered is asked for as letters are typed. */
export function ChoiceFilter<Key extends QueryKey>({
  label,
  chosen,
  offer,
  onChange,
}: {
  label: string
  chosen: readonly Choice[]
  offer: (q: string) => UseQueryOptions<Choice[], Error, Choice[], Key>
  onChange: (values: string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SETTLE_MS)
  const [opened, setOpened] = useState(false)
  const { data, isFetching } = useQuery({ ...offer(q), enabled: opened })
  const offered = data ?? []
  const labels = new Map([...chosen, ...offered].map(choice => [choice.value, choice.label]))
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length > 0 ? '' : 'Any'}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      // The server has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? 'Searching…' : 'None found.'}
      data={[...labels].map(([value, text]) => ({ value, label: text }))}
      value={chosen.map(({ value }) => value)}
      onChange={onChange}
    />
  )
}
