import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { count } from '../../ui/labels.ts'
import { LoadingSkeleton } from '../../ui/states.tsx'
import classes from './front.module.css'
import { useDisputeFilter } from './use-dispute-filter.ts'
import { useTypedFilter } from './use-typed-filter.ts'

// Most readers read on without filtering; the first page does not wait for it.
const DisputeFilters = lazy(async () => ({ default: (await import('./dispute-filters.tsx')).DisputeFilters }))

const SETTLE_MS = 200

/** Search as you type, and the filters behind a button. All of it is in the URL. */
export function DisputeSearch() {
  const { besidesWords } = useDisputeFilter()
  const [opened, setOpened] = useState(besidesWords > 0)
  return (
    <div role="search" className={`${classes.search} no-print`}>
      <div className={classes.searchRow}>
        <SearchField />
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls="dispute-filters"
          onClick={() => setOpened(!opened)}
        >
          {besidesWords > 0 ? count(besidesWords, 'filter') : 'Filter'}
        </Button>
      </div>
      <div id="dispute-filters" hidden={!opened}>
        {opened ? (
          <Suspense fallback={<LoadingSkeleton shape="form" lines={1} />}>
            <DisputeFilters />
          </Suspense>
        ) : null}
      </div>
    </div>
  )
}

function SearchField() {
  const { filter, change } = useDisputeFilter()
  const { typed, setTyped, send } = useTypedFilter(filter.q ?? '', q => change({ q }, { replace: true }))
  const settle = useDebouncedCallback(send, SETTLE_MS)
  function type(q: string) {
    setTyped(q)
    settle(q)
  }
  return (
    <TextInput
      type="search"
      className={classes.searchField ?? ''}
      aria-label="Search the disputed points"
      placeholder="Search the disputed points"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => type('')} />
      }
      value={typed}
      onChange={event => type(event.currentTarget.value)}
    />
  )
}
