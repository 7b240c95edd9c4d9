import { hideNotification, Notifications, showNotification } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'
import type { ReactNode } from 'react'

const SHOWN_MS = 8_000

export function NoticeStack() {
  return <Notifications position="bottom-right" autoClose={SHOWN_MS} limit={4} />
}

export function showNotice(id: string, title: string | undefined, message: ReactNode): void {
  showNotification({ id, title, message, closeButtonProps: { 'aria-label': 'Close' } })
}

export function hideNotice(id: string): void {
  hideNotification(id)
}
