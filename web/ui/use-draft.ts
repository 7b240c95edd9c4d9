import { useCallback, useState } from 'react'

const PREFIX = 'draft:'

let store = (): Storage => sessionStorage

/** Keeps drafts beyond the tab: for a panel that is closed at any moment. */
export function keepDraftsForGood(): void {
  store = () => localStorage
}

/**
 * Keeps what is typed in a form for this tab, so that a reload, a conflict or a lost session loses nothing. `initial` is
 * what the form shows (the stored draft over `empty`), `restored` whether there was one. Call `keep` from the form's
 * `onValuesChange`, and `clear` when the server has taken the values or the person throws them away.
 */
export function useDraft<Values extends object>(key: string, empty: Values) {
  const [stored] = useState(() => readDraft(key, empty))
  const keep = useCallback(
    (values: Values) => {
      try {
        store().setItem(PREFIX + key, JSON.stringify(values))
      } catch {
        // Storage is full or switched off: the form itself still holds the values.
      }
    },
    [key],
  )
  const clear = useCallback(() => store().removeItem(PREFIX + key), [key])
  return { initial: stored ?? empty, restored: stored !== null, keep, clear }
}

/** Whether something typed in the form of that key is kept. */
export function hasDraft(key: string): boolean {
  return store().getItem(PREFIX + key) !== null
}

/** Throws a draft away; what it returns brings it back. */
export function dropDraft(key: string): () => void {
  const text = store().getItem(PREFIX + key)
  store().removeItem(PREFIX + key)
  return () => {
    if (text !== null) store().setItem(PREFIX + key, text)
  }
}

/** A draft of an older form may lack fields, or hold another kind of value in one: only what fits is taken. */
function readDraft<Values extends object>(key: string, empty: Values): Values | null {
  const expected = new Map<string, unknown>(Object.entries(empty))
  const text = store().getItem(PREFIX + key)
  if (text === null) return null
  try {
    const draft: unknown = JSON.parse(text)
    if (typeof draft !== 'object' || draft === null) return null
    const fitting = Object.entries(draft).filter(([name, value]) => fits(expected.get(name), value))
    return fitting.length > 0 ? { ...empty, ...Object.fromEntries(fitting) } : null
  } catch {
    return null
  }
}

function fits(expected: unknown, value: unknown): boolean {
  if (expected === undefined) return false
  if (expected === null || value === null) return true
  return typeof expected === typeof value && Array.isArray(expected) === Array.isArray(value)
}
