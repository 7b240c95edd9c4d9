import { Button, MultiSelect, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { EVENT_ACTIONS, SUBJECT_TYPES } from '#domain/events.ts'
import { itemsOf } from '../../api/keyset.ts'
import { choices, EVENT_ACTION_LABELS, SUBJECT_TYPE_LABELS } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { knownTerm, knownTerms, useUrlFilters } from '../../ui/use-url-filters.ts'
import { EventLine } from './event-line.tsx'
import classes from './events.module.css'
import { eventList } from './queries.ts'

const NAMES = ['subject', 'id', 'actor', 'action'] as const

/** Everything that was written, newest first. `people` are those who may have done it. */
export function AuditLog({ people }: { people: readonly { id: string; name: string }[] }) {
  const { one, many, change, clear, active } = useUrlFilters(NAMES)
  const subject = knownTerm(SUBJECT_TYPES, one('subject'))
  const action = knownTerms(EVENT_ACTIONS, many('action'))
  const query = useInfiniteQuery(eventList({ subject, id: one('id'), actor: one('actor'), action }))
  return (
    <>
      <div className={classes.filters}>
        <Select
          label="About"
          placeholder="Anything"
          clearable
          data={choices(SUBJECT_TYPES, SUBJECT_TYPE_LABELS)}
          value={subject ?? null}
          onChange={value => change({ subject: value })}
        />
        <MultiSelect
          label="What happened"
          placeholder={action.length > 0 ? '' : 'Anything'}
          clearable
          searchable
          data={choices(EVENT_ACTIONS, EVENT_ACTION_LABELS)}
          value={action}
          onChange={value => change({ action: value })}
        />
        <Select
          label="Who"
          placeholder="Anybody"
          clearable
          searchable
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={one('actor') ?? null}
          onChange={value => change({ actor: value })}
        />
        {active > 0 ? (
          <Button variant="default" onClick={clear}>
            Clear the filters
          </Button>
        ) : null}
      </div>
      <Loaded query={query} shape="list">
        {data => {
          const events = itemsOf(data)
          if (events.length === 0)
            return <EmptyState title="Nothing here" text="No event fits these filters." />
          return (
            <>
              <ol className={classes.events}>
                {events.map(event => (
                  <EventLine key={event.id} event={event} />
                ))}
              </ol>
              <LoadMore query={query} noun="events" />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
