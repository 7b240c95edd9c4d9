import { useEffect, useState } from 'react'

/** Where something is from what can be seen; null when it is in view. */
export type Direction = 'above' | 'below' | 'left' | 'right'

export const DIRECTION_WORDS: Record<Direction, string> = {
  above: 'further up',
  below: 'further down',
  left: 'to the left',
  right: 'to the right',
}

export const DIRECTION_ARROWS: Record<Direction, string> = { above: '↑', below: '↓', left: '←', right: '→' }

type Box = { top: number; bottom: number; left: number; right: number }

/** Where a box is, seen from a window; null when some of it can be seen. */
export function directionOf(box: Box, view: Box): Direction | null {
  if (box.bottom <= view.top) return 'above'
  if (box.top >= view.bottom) return 'below'
  if (box.right <= view.left) return 'left'
  if (box.left >= view.right) return 'right'
  return null
}

/** The header of the page and that of the column, which stay at the top. */
const COVERED_REM = 8.5

/** What no header covers. */
export function visibleBox(): Box {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { top: rem * COVERED_REM, bottom: window.innerHeight, left: 0, right: window.innerWidth }
}

/**
 * What `measure` finds on the screen, found anew whenever something may have moved, at most once a frame. Null before
 * the first time, and while there is nothing to measure.
 */
export function useMeasured<Found>(measure: (() => Found) | null): Found | null {
  const [latest, setLatest] = useState<{ measure: () => Found; found: Found } | null>(null)
  useEffect(() => {
    if (measure === null) return undefined
    let frame = 0
    const moved = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setLatest({ measure, found: measure() }))
    }
    moved()
    window.addEventListener('scroll', moved, { capture: true, passive: true })
    window.addEventListener('resize', moved)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', moved, { capture: true })
      window.removeEventListener('resize', moved)
    }
  }, [measure])
  return latest?.measure === measure ? latest.found : null
}
