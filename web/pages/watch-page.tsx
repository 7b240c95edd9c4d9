import { Button, MultiSelect, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { WATCH_STATES } from '#domain/vocabulary.ts'
import { ApiError } from '../api/api-error.ts'
import { meQuery, useCan } from '../api/session.ts'
import { WatchList } from '../features/watches/watch-list.tsx'
import classes from '../features/watches/watches.module.css'
import { choices, WATCH_STATE_LABELS } from '../ui/labels.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ErrorState } from '../ui/states.tsx'
import { knownTerms, useUrlFilters } from '../ui/use-url-filters.ts'

const FILTERS = ['state', 'altered'] as const

const SIGN_IN = new ApiError({
  status: 401,
  code: 'unauthenticated',
  message: 'Researchers see which sources are visited again.',
})
const FOR_RESEARCHERS = new ApiError({
  status: 403,
  code: 'forbidden',
  message: 'Researchers see which sources are visited again. Ask an admin for the right to.',
})

export function Component() {
  const me = useQuery(meQuery)
  const maySee = useCan('researcher')
  return (
    <>
      <PageTitle
        title="Watch"
        lead="Sources whose pages are visited again, and what became of the words that are quoted from them."
      />
      <Loaded query={me} shape="list">
        {({ account }) => (maySee ? <Watches /> : <ErrorState error={account ? FOR_RESEARCHERS : SIGN_IN} />)}
      </Loaded>
    </>
  )
}

function Watches() {
  const { one, many, change, clear, active } = useUrlFilters(FILTERS)
  const state = knownTerms(WATCH_STATES, many('state'))
  const altered = one('altered') === 'yes'
  return (
    <>
      <div className={classes.filters}>
        <MultiSelect
          label="State"
          placeholder={state.length === 0 ? 'Any' : ''}
          data={choices(WATCH_STATES, WATCH_STATE_LABELS)}
          value={state}
          onChange={chosen => change({ state: chosen })}
          w={260}
        />
        <Switch
          label="Only with quotes that changed or are gone"
          checked={altered}
          onChange={event => change({ altered: event.currentTarget.checked ? 'yes' : '' })}
          mb={6}
        />
        {active ? (
          <Button variant="subtle" onClick={clear}>
            Clear
          </Button>
        ) : null}
      </div>
      <WatchList filter={{ state, altered }} />
    </>
  )
}
