import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SOURCE_KINDS } from '#domain/vocabulary.ts'
import { choices, SOURCE_KIND_LABELS } from '../../ui/labels.ts'
import { knownTerms, useUrlFilters } from '../../ui/use-url-filters.ts'
import { outletMatches, type SourceFilter } from './queries.ts'
import classes from './sources.module.css'

const NAMES = ['q', 'outlet', 'kind'] as const
const TYPING_MS = 200

export function useSourceFilter() {
  const { one, many, change, clear, active } = useUrlFilters(NAMES)
  const filter: SourceFilter = {
    q: one('q'),
    outlet: many('outlet'),
    kind: knownTerms(SOURCE_KINDS, many('kind')),
  }
  return { filter, change, clear, active }
}

/** Search as one types, outlet and kind. */
export function SourceFilters({ filter, change, clear, active }: ReturnType<typeof useSourceFilter>) {
  const search = useDebouncedCallback((q: string) => change({ q }, { replace: true }), TYPING_MS)
  const [typed, setTyped] = useState({ text: filter.q ?? '', from: filter.q })
  // Back and forward change the URL, not what was typed.
  if (filter.q !== typed.from) {
    const own = typed.text.trim() === (filter.q ?? '')
    setTyped({ text: own ? typed.text : (filter.q ?? ''), from: filter.q })
  }
  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        label="Search"
        placeholder="Title, outlet or words of the text"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed.text}
        onChange={event => {
          const text = event.currentTarget.value
          setTyped({ text, from: filter.q })
          search(text.trim())
        }}
      />
      <OutletSelect value={filter.outlet} onChange={outlet => change({ outlet })} />
      <MultiSelect
        label="Kind"
        placeholder={filter.kind.length > 0 ? '' : 'Any'}
        clearable
        data={choices(SOURCE_KINDS, SOURCE_KIND_LABELS)}
        value={filter.kind}
        onChange={kind => change({ kind })}
      />
      {active > 0 ? (
        <Button
          variant="default"
          onClick={() => {
            search.cancel()
            setTyped({ text: '', from: filter.q })
            clear()
          }}
        >
          Clear
        </Button>
      ) : null}
    </search>
  )
}

function OutletSelect({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS)
  const outlets = useQuery(outletMatches(asked)).data?.items ?? []
  const offered = outlets.map(({ outlet, sources }) => ({ value: outlet, label: `${outlet} (${sources})` }))
  const chosen = value.filter(outlet => !offered.some(offer => offer.value === outlet))
  return (
    <MultiSelect
      label="Outlet"
      placeholder={value.length > 0 ? '' : 'Any'}
      clearable
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={[...offered, ...chosen]}
      value={value}
      onChange={onChange}
      nothingFoundMessage="No outlet of this name"
    />
  )
}
