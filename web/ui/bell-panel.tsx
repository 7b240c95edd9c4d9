import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'react-router'
import { type Notification, readAllNotifications, readNotification } from '#contract/notifications.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { itemsOf } from '../api/keyset.ts'
import { NOTIFICATIONS } from '../api/live.ts'
import classes from './bell.module.css'
import { notificationList } from './bell-queries.ts'
import { EVENT_ACTION_LABELS } from './labels.ts'
import { LoadMore } from './load-more.tsx'
import { Loaded } from './loaded.tsx'
import { notify } from './notify.tsx'
import { TimeAgo } from './time-ago.tsx'

/** What concerns whoever is signed in, newest first, each a way to the record. */
export function BellPanel({ unread, onGo }: { unread: number; onGo: () => void }) {
  const query = useInfiniteQuery(notificationList())
  const client = useQueryClient()
  const done = {
    onSuccess: () => client.invalidateQueries({ queryKey: [NOTIFICATIONS] }),
    onError: (error: Error) => notify({ title: 'Not marked as read', message: messageOf(error) }),
  }
  const heading = useRef<HTMLHeadingElement>(null)
  const readAll = useMutation({
    mutationFn: () => call(readAllNotifications, {}),
    onError: done.onError,
    onSuccess: async () => {
      // The button goes, and the focus with it.
      heading.current?.focus()
      await done.onSuccess()
    },
  })
  const read = useMutation({
    mutationFn: (id: string) => call(readNotification, { params: { id } }),
    ...done,
  })
  function go({ id, readAt }: Notification) {
    if (readAt === null) read.mutate(id)
    onGo()
  }
  return (
    <>
      <div className={classes.head}>
        <h2 ref={heading} tabIndex={-1}>
          Notifications
        </h2>
        {unread > 0 ? (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => readAll.mutate()}
            loading={readAll.isPending}
          >
            Mark all as read
          </Button>
        ) : null}
      </div>
      <Loaded query={query} shape="list">
        {data => {
          const items = itemsOf(data)
          if (items.length === 0)
            return (
              <p className={`soft ${classes.empty}`}>
                Nothing yet. Here you find what happens to your claims and to the disputed points you follow,
                and where somebody mentions you.
              </p>
            )
          return (
            <>
              <ul className={classes.list}>
                {items.map(item => (
                  <li key={item.id} data-unread={item.readAt === null || undefined}>
                    <Link to={pathOf(item.target)} className={classes.link} onClick={() => go(item)}>
                      <span>{sayWhat(item)}</span>
                      <span className={classes.title}>{item.target.title}</span>
                      <span className="soft">
                        <TimeAgo at={item.at} />
                        {item.readAt === null ? ' · new' : ''}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              <LoadMore query={query} noun="notifications" />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const PAGES = { source: '/sources', claim: '/claims', relation: '/relations' } as const

function pathOf({ type, id, slug }: Notification['target']): string {
  return type === 'dispute' ? `/disputes/${slug ?? ''}` : `${PAGES[type]}/${id}`
}

const SAYINGS: Record<Notification['reason'], (who: string, action: Notification['action']) => string> = {
  mentioned: who => `${who} mentioned you`,
  contradicted: who => `${who} confirmed that something contradicts your claim`,
  disputed: who => `${who} put your claim on a disputed point`,
  quote_changed: () => 'A quote of your claim no longer stands as it did',
  followed: (who, action) => `${EVENT_ACTION_LABELS[action]} by ${who}`,
}

const sayWhat = ({ reason, action, actor }: Notification) =>
  SAYINGS[reason](actor?.name ?? 'Counterclaim', action)
