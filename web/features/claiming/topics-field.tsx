import { TagsInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { topicMatches } from './queries.ts'

/** What a claim is about: stored topics to choose, or new ones to write. */
export function TopicsField(props: {
  value: string[]
  error: ReactNode
  onChange: (value: string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery(topicMatches(asked)).data?.items ?? []
  return (
    <TagsInput
      {...props}
      label="Topics"
      placeholder={props.value.length === 0 ? 'Enter after each' : ''}
      data={found.map(({ name }) => name)}
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: false }}
      acceptValueOnBlur
      searchValue={typed}
      onSearchChange={setTyped}
    />
  )
}
