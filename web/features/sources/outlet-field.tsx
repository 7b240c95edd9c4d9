import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { outletMatches } from './queries.ts'

const TYPING_MS = 150

/** The outlet, with those that are stored already to choose from: one outlet is written one way. */
export function OutletField({ value, ...rest }: Omit<AutocompleteProps, 'data'> & { value: string }) {
  const [asked] = useDebouncedValue(value.trim(), TYPING_MS)
  const outlets = useQuery(outletMatches(asked)).data?.items ?? []
  return (
    <Autocomplete
      {...rest}
      value={value}
      label="Outlet"
      placeholder="Who published it"
      data={outlets.map(({ outlet }) => outlet)}
      filter={({ options }) => options}
      limit={8}
    />
  )
}
