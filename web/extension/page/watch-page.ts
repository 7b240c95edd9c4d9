/** A page that changes is read once it has been quiet for so long, and at the latest after so long. */
const QUIET_MS = 400
const PATIENCE_MS = 3_000

/**
 * Calls `onChange` some time after the page's words changed or another page was shown in place of it, as single-page
 * applications do. Gives what ends it.
 */
export function watchPage(document: Document, onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | null = null
  const changed = () => {
    const now = performance.now()
    since ??= now
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        since = null
        onChange()
      },
      Math.max(0, Math.min(QUIET_MS, since + PATIENCE_MS - now)),
    )
  }
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true })
  const events = ['popstate', 'hashchange'] as const
  for (const event of events) window.addEventListener(event, changed)
  return () => {
    observer.disconnect()
    clearTimeout(timer)
    for (const event of events) window.removeEventListener(event, changed)
  }
}
