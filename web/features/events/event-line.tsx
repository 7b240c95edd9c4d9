import { Link } from 'react-router'
import type { Event } from '#contract/events.ts'
import { EVENT_ACTION_LABELS, SUBJECT_TYPE_LABELS } from '../../ui/labels.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { changesOf, type FieldChange } from './changes.ts'
import classes from './events.module.css'

/** Where a record can be opened by its id. */
const PAGES: Partial<Record<Event['subject']['type'], string>> = {
  source: '/sources',
  claim: '/claims',
  relation: '/relations',
  speaker: '/speakers',
  check: '/check',
}

/** One line of the audit log: who did what to which record, when, and what it changed. */
export function EventLine({ event }: { event: Event }) {
  const changes = changesOf(event.action, event.from, event.to)
  const page = PAGES[event.subject.type]
  const subject = SUBJECT_TYPE_LABELS[event.subject.type]
  return (
    <li className={classes.event}>
      <div className={classes.head}>
        <strong>{EVENT_ACTION_LABELS[event.action]}</strong>
        <span>{event.actor?.name ?? 'The program itself'}</span>
        <span className="soft">
          <TimeAgo at={event.at} />
        </span>
        <span className={classes.subject}>
          {page ? <Link to={`${page}/${event.subject.id}`}>{subject}</Link> : subject}{' '}
          <code title={event.subject.id}>{event.subject.id.slice(-8)}</code>
        </span>
      </div>
      {changes.length > 0 ? (
        <dl className={classes.changes}>
          {changes.map(change => (
            <ChangeLine key={change.name} change={change} />
          ))}
        </dl>
      ) : null}
    </li>
  )
}

function ChangeLine({ change: { field, from, to, page } }: { change: FieldChange }) {
  return (
    <div className={classes.change}>
      <dt>{field}</dt>
      <dd>
        {from === null ? null : <del>{from}</del>}
        {from !== null && to !== null ? <span aria-hidden="true"> → </span> : null}
        {to === null ? null : <ins>{page ? <Link to={page}>{to}</Link> : to}</ins>}
      </dd>
    </div>
  )
}
