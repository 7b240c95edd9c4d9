import { LIVE_PATH, LiveMessage } from '#contract/live.ts'

/** How long after a refusal it is tried again; a connection that breaks is made again by the browser itself. */
const RETRY_MS = 30_000

/** A tab that begins to listen this long after it was opened has missed what happened until then. */
const FRESH_MS = 2_000

/**
 * Hears what happens on the server until the signal is aborted. The tabs of one person share one connection, as a browser
 * makes six to a server at most: one tab listens and passes on what it hears, and when it is closed another one does.
 */
export function hearLive(accountId: string, told: (message: LiveMessage) => void, signal: AbortSignal): void {
  if (!('EventSource' in window)) return
  const name = `counterclaim live ${accountId}`
  const others = new BroadcastChannel(name)
  others.addEventListener('message', ({ data }) => {
    const message = LiveMessage.safeParse(data)
    if (message.success) told(message.data)
  })
  signal.addEventListener('abort', () => others.close())
  const passOn = others.postMessage.bind(others)
  const tell = (message: LiveMessage) => {
    told(message)
    passOn(message)
  }
  const begun = performance.now()
  const listen = () => listenAlone(tell, performance.now() - begun < FRESH_MS, signal)
  // Known to the browser only where the connection is safe: https, or this machine.
  if ('locks' in navigator) navigator.locks.request(name, { signal }, listen).catch(() => {})
  else void listen()
}

/** Resolves when the signal is aborted. `fresh`: what is shown was read just now. */
function listenAlone(
  tell: (message: LiveMessage) => void,
  fresh: boolean,
  signal: AbortSignal,
): Promise<void> {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let upToDate = fresh
  const connect = () => {
    source = new EventSource(LIVE_PATH)
    source.addEventListener('open', () => {
      if (!upToDate) tell({ missed: true })
      upToDate = false
    })
    source.addEventListener('message', ({ data }) => {
      const message = LiveMessage.safeParse(JSON.parse(String(data)))
      if (message.success) tell(message.data)
    })
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      // Refused: perhaps the session has ended, which whatever is read next will say.
      tell({ missed: true })
      timer = setTimeout(connect, RETRY_MS)
    })
  }
  connect()
  return new Promise(resolve => {
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      source?.close()
      resolve()
    })
  })
}
