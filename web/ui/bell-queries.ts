import { queryOptions } from '@tanstack/react-query'
import { countNotifications, listNotifications } from '#contract/notifications.ts'
import { call } from '../api/call.ts'
import { keysetOptions } from '../api/keyset.ts'
import { NOTIFICATIONS } from '../api/live.ts'

export const unreadCount = queryOptions({
  queryKey: [NOTIFICATIONS, 'count'],
  queryFn: ({ signal }) => call(countNotifications, { signal }),
})

export const notificationList = () =>
  keysetOptions({
    queryKey: [NOTIFICATIONS, 'list'],
    fetchPage: ({ cursor, signal }) => call(listNotifications, { query: { cursor, limit: 20 }, signal }),
  })
