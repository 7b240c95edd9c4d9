import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useCan } from '../api/session.ts'
import { SourceFilters, useSourceFilter } from '../features/sources/source-filters.tsx'
import { SourceList } from '../features/sources/source-list.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { EmptyState } from '../ui/states.tsx'

export function Component() {
  const mayAdd = useCan('researcher')
  const filters = useSourceFilter()
  const add = mayAdd ? (
    <Button component={Link} to="/sources/new" leftSection={<IconPlus size={16} aria-hidden />}>
      Add a source
    </Button>
  ) : null
  return (
    <>
      <PageTitle title="Sources" actions={add} />
      <SourceFilters {...filters} />
      <SourceList
        filter={filters.filter}
        empty={
          <EmptyState
            title="No sources yet"
            text={
              mayAdd
                ? 'A source is one published item: an article, a letter, a statement. Paste its text, then mark in it what was claimed.'
                : 'Here stand the articles, letters and statements behind the published disputed points.'
            }
            action={add}
          />
        }
      />
    </>
  )
}
