import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SubjectType } from '#domain/events.ts'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { EventLine } from './event-line.tsx'
import classes from './events.module.css'
import { eventList } from './queries.ts'

/** What was done to one record, newest first; read when it is opened. For researchers. */
export function RecordHistory({ subject, id }: { subject: SubjectType; id: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={classes.history} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {open ? <Events subject={subject} id={id} /> : null}
    </details>
  )
}

function Events({ subject, id }: { subject: SubjectType; id: string }) {
  const query = useInfiniteQuery(eventList({ subject, id, action: [] }))
  return (
    <Loaded query={query} shape="list">
      {data => (
        <>
          <ol className={classes.events}>
            {itemsOf(data).map(event => (
              <EventLine key={event.id} event={event} />
            ))}
          </ol>
          <LoadMore query={query} noun="events" />
        </>
      )}
    </Loaded>
  )
}
