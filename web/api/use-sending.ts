import { useRef } from 'react'

/**
 * Sends a form once, however often it is pressed: a second press may come before the screen knows of the first. `start`
 * answers whether to send now. `settle` is for the mutation's `onSettled`: after a failure it may be sent again.
 */
export function useSending(): { start: () => boolean; settle: (data: unknown, error: unknown) => void } {
  const sent = useRef(false)
  return {
    start: () => {
      if (sent.current) return false
      sent.current = true
      return true
    },
    settle: (_data, error) => {
      if (error) sent.current = false
    },
  }
}
