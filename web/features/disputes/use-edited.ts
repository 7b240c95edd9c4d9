import { useRef, useState } from 'react'
import { useDraft } from '../../ui/use-draft.ts'

/**
 * What is being edited: `stored` until somebody types, then what was typed, which outlives a reload. Changes made one
 * after the other build on each other, even while a request is under way.
 */
export function useEdited<Values extends object>(key: string, stored: Values) {
  const draft = useDraft(key, stored)
  const [typed, setTyped] = useState(draft.restored ? draft.initial : null)
  const [restored, setRestored] = useState(draft.restored)
  const latest = useRef(typed)

  function change(next: (last: Values) => Values) {
    const changed = next(latest.current ?? stored)
    latest.current = changed
    setTyped(changed)
    draft.keep(changed)
  }
  function drop() {
    latest.current = null
    setTyped(null)
    setRestored(false)
    draft.clear()
  }
  return { values: typed ?? stored, restored, change, drop }
}
