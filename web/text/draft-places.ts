import { useEffect, useMemo, useState } from 'react'
import type { Span } from '#domain/quote.ts'
import { useDraft } from '../ui/use-draft.ts'

/** What is done with a passage. */
export type ActionKind = 'claim' | 'quote' | 'comment'
export type Action = Span & { kind: ActionKind }

type Kept = { places: Action[]; open: Action | null }

/**
 * Where in a text forms were begun and not sent, and which one is open: kept for this tab like the forms themselves, so
 * that a reload comes back to them.
 */
export function useDraftPlaces(snapshotId: string, length: number) {
  const draft = useDraft<Kept>(`places-${snapshotId}`, { places: [], open: null })
  const [kept, setKept] = useState<Kept>(() => ({
    places: draft.initial.places.filter(place => isAction(place, length)),
    open: isAction(draft.initial.open, length) ? draft.initial.open : null,
  }))

  const { keep } = draft
  useEffect(() => keep(kept), [keep, kept])

  const changes = useMemo(
    () => ({
      setOpen: (open: Action | null) => setKept(before => ({ ...before, open })),
      add: (place: Action) =>
        setKept(before => (has(before, place) ? before : { ...before, places: [...before.places, place] })),
      remove: (place: Action) =>
        setKept(before =>
          has(before, place)
            ? { ...before, places: before.places.filter(other => !isSame(other, place)) }
            : before,
        ),
    }),
    [],
  )
  return { ...kept, ...changes }
}

function has({ places }: Kept, place: Action): boolean {
  return places.some(other => isSame(other, place))
}

function isSame(a: Action, b: Action): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end
}

/** Storage may hold anything. */
function isAction(value: Partial<Action> | null, length: number): value is Action {
  const { start, end, kind } = value ?? {}
  return (
    typeof start === 'number' &&
    typeof end === 'number' &&
    start >= 0 &&
    start < end &&
    end <= length &&
    (kind === 'claim' || kind === 'quote' || kind === 'comment')
  )
}
