import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { lazy, Suspense, useSyncExternalStore } from 'react'

type Notice = {
  /** What happened, in a few words. */
  title?: string | undefined
  message: ReactNode
  /** Takes back what was done. Stands instead of an “Are you sure?”. */
  undo?: (() => unknown) | undefined
}

/** Read when the first notice is shown: the first page does not wait for it. */
const load = () => import('./notice-stack.tsx')
const NoticeStack = lazy(async () => ({ default: (await load()).NoticeStack }))

let wanted = false
const listeners = new Set<() => void>()

/** Says what happened, in the corner of the screen. What needs an answer belongs into the page itself. */
export function notify({ title, message, undo }: Notice): void {
  wanted = true
  for (const listener of listeners) listener()
  void show({ title, message, undo })
}

let shown = 0

async function show({ title, message, undo }: Notice) {
  const { showNotice, hideNotice } = await load()
  shown += 1
  const id = `notice-${shown}`
  const takeBack = () => {
    hideNotice(id)
    undo?.()
  }
  showNotice(
    id,
    title,
    <>
      {message}
      {undo ? (
        <div>
          <Button size="compact-sm" variant="default" mt="xs" onClick={takeBack}>
            Undo
          </Button>
        </div>
      ) : null}
    </>,
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => wanted)
  if (!shown) return null
  return (
    <Suspense fallback={null}>
      <NoticeStack />
    </Suspense>
  )
}
