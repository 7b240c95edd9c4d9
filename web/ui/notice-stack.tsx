import { hideNotification, Notifications, showNotification } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'

const SHOWN_MS = 8_000

/** Where no form has its button: those stand beside the text on a wide screen, and over its foot on a narrow one. */
export function NoticeStack() {
  const narrow = useMediaQuery('(max-width: 64em)')
  return <Notifications position={narrow ? 'top-center' : 'bottom-left'} autoClose={SHOWN_MS} limit={4} />
}

export function showNotice(id: string, title: string | undefined, message: ReactNode): void {
  showNotification({ id, title, message, closeButtonProps: { 'aria-label': 'Close' } })
}

export function hideNotice(id: string): void {
  hideNotification(id)
}
