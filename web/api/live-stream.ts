import { LIVE_PATH, LiveMessage } from '#contract/live.ts'

/** How long after a refusal it is tried again; a connection that breaks is made again by the browser itself. */
const RETRY_MS = 30_000

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
  const listen = () => listenAlone(tell, signal)
  // Known to the browser only where the connection is safe: https, or this machine.
  if ('locks' in navigator) navigator.locks.request(name, { signal }, listen).catch(() => {})
  else void listen()
}

/** Resolves when the signal is aborted. */
function listenAlone(tell: (message: LiveMessage) => void, signal: AbortSignal): Promise<void> {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    source = new EventSource(LIVE_PATH)
    // What is shown was read before: what happened between is heard of by nobody.
    source.addEventListener('open', () => tell({ missed: true }))
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
