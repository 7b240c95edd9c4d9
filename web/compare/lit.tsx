import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react'
import type { Mark } from './disputed-marks.ts'

/** Which disputed words are pointed at. `held` while they have the focus, so that the pointer can leave them. */
export type Lit = { mark: Mark; held: boolean }

type LitStore = {
  read: () => Lit | null
  point: (mark: Mark | null) => void
  hold: (mark: Mark | null) => void
  subscribe: (listener: () => void) => () => void
}

/** What is pointed at wins over what has the focus. Kept outside React's state: a large point has thousands of marks. */
function createLitStore(): LitStore {
  let pointed: Lit | null = null
  let focused: Lit | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    read: () => pointed ?? focused,
    point: mark => {
      pointed = mark && { mark, held: false }
      tell()
    },
    hold: mark => {
      focused = mark && { mark, held: true }
      tell()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const LitContext = createContext<LitStore>(createLitStore())

export function LitWords({ children }: { children: ReactNode }) {
  const [store] = useState(createLitStore)
  return <LitContext value={store}>{children}</LitContext>
}

export function useLit(): Lit | null {
  const store = use(LitContext)
  return useSyncExternalStore(store.subscribe, store.read)
}

export function useIsLit(reasons: readonly string[]): boolean {
  const store = use(LitContext)
  return useSyncExternalStore(store.subscribe, () => {
    const lit = store.read()
    return lit !== null && lit.mark.reasons.some(reason => reasons.includes(reason))
  })
}

export function useLighting(): Pick<LitStore, 'point' | 'hold'> {
  return use(LitContext)
}
