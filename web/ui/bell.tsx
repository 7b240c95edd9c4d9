import { ActionIcon, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useLive } from '../api/live.ts'
import classes from './bell.module.css'
import { unreadCount } from './bell-queries.ts'
import { count } from './labels.ts'

const BellPanel = lazy(async () => ({ default: (await import('./bell-panel.tsx')).BellPanel }))

const MOST_SHOWN = 99

/** The bell of whoever is signed in. It also keeps all that is shown up to date. */
export function Bell({ accountId }: { accountId: string }) {
  useLive(accountId)
  const unread = useQuery(unreadCount).data?.unread ?? 0
  const [opened, panel] = useDisclosure(false)
  return (
    <Popover
      opened={opened}
      onChange={panel.toggle}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          className={classes.bell ?? ''}
          aria-label={
            unread === 0 ? 'Notifications' : `Notifications, ${count(unread, 'new one', 'new ones')}`
          }
          title="Notifications"
          onClick={panel.toggle}
        >
          <IconBell size={18} aria-hidden />
          {unread > 0 ? (
            <span className={classes.count} aria-hidden="true">
              {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
            </span>
          ) : null}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel ?? ''}>
        <Suspense fallback={null}>
          <BellPanel unread={unread} onGo={panel.close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
