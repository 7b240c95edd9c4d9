import type { Captured } from '../../features/claiming/captured.ts'

const NAME = 'capture'

/** The words a claim is being made of: kept when the panel closes, until the claim is saved or thrown away. */
export function readCapture(): Captured | null {
  const text = localStorage.getItem(NAME)
  if (text === null) return null
  try {
    const captured: unknown = JSON.parse(text)
    return isCaptured(captured) ? captured : null
  } catch {
    return null
  }
}

export function keepCapture(captured: Captured | null): void {
  if (captured === null) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, JSON.stringify(captured))
}

/** Whether it is what a page captured, whole: one kept by another version of the extension may lack a part. */
export function isCaptured(value: unknown): value is Captured {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['facts', 'urls', 'text', 'passage', 'whole'].every(part => part in value)
  )
}
