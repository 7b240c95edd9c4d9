import { type HotkeyItem, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { useEffect, useSyncExternalStore } from 'react'

/**
 * A key in the notation of `useHotkeys`: `c`, `?`, `mod+K`. Without `run` it is only listed: what has the focus answers
 * to it. Held down it works once, unless it is one to go on with (`steps`).
 */
export type Key = { keys: string; does: string; run?: () => void; steps?: boolean }

export type KeyGroup = { title: string; keys: readonly Pick<Key, 'keys' | 'does'>[] }

let groups: readonly KeyGroup[] = []
const listeners = new Set<() => void>()

function publish(next: readonly KeyGroup[]) {
  groups = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The keys that work on the screen as it is, for the help. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(subscribe, () => groups)
}

/** Single keys can be switched off (WCAG 2.2, 2.1.4): whoever speaks to the computer would press them by accident. */
export function useSingleKeys() {
  return useLocalStorage({ key: 'single-keys', defaultValue: true })
}

/**
 * Makes keys work while the component is on the screen, and lists them in the help. Never while somebody types in a
 * field, and those without `mod` not under an open dialog.
 */
export function useKeys(title: string, keys: readonly Key[]): void {
  const [singleKeys] = useSingleKeys()
  const working = keys.filter(key => singleKeys || key.keys.includes('mod+'))
  useHotkeys(
    working.flatMap(({ keys, run, steps = false }) => {
      if (!run) return []
      const press = keys.includes('mod+') ? run : onPage(run)
      return spellings(keys).map((spelt): HotkeyItem => [spelt, steps ? press : once(press)])
    }),
  )
  const listed = JSON.stringify(keys.map(({ keys, does }) => ({ keys, does })))
  useEffect(() => {
    const group: KeyGroup = { title, keys: JSON.parse(listed) }
    publish([...groups, group])
    return () => publish(groups.filter(other => other !== group))
  }, [title, listed])
}

/** What a key of the page does, unless a dialog lies over the page. */
function onPage(run: () => void): () => void {
  return () => {
    if (document.querySelector('[aria-modal="true"]') === null) run()
  }
}

/** A key held down is pressed over and over: what decides or opens must not happen again by that. */
function once(run: () => void): (event: KeyboardEvent) => void {
  return event => {
    if (!event.repeat) run()
  }
}

/** A sign such as `?` or `/` needs the shift key on some keyboards and not on others. */
function spellings(keys: string): string[] {
  return /^[^a-z0-9]$/i.test(keys) ? [keys, `shift+${keys}`] : [keys]
}

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  shift: 'Shift',
  Escape: 'Esc',
}

/** The key as it is printed on the keyboard. */
export function sayKey(keys: string): string[] {
  const apple = /mac|iphone|ipad/i.test(navigator.platform)
  return keys.split('+').map(part => {
    if (part === 'mod') return apple ? '⌘' : 'Ctrl'
    return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
}
