import { LIVE_PATH, LiveMessage } from '#contract/live.ts'

export type LiveStream = {
  status: number
  headers: Headers
  /** The first message, past or to come, that is asked for. Rejects when the stream ends before. */
  heard: (wanted: (message: LiveMessage) => boolean) => Promise<LiveMessage>
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>
  close: () => void
}

/** Listens to the live stream of a server as the person of `cookie`. */
export async function listenLive(url: string, cookie: string): Promise<LiveStream> {
  const abort = new AbortController()
  const response = await fetch(url + LIVE_PATH, { headers: { cookie }, signal: abort.signal })
  const messages: LiveMessage[] = []
  const listeners = new Set<() => void>()
  const read = async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts)
        if (part.startsWith('data: ')) messages.push(LiveMessage.parse(JSON.parse(part.slice(6))))
      for (const listener of listeners) listener()
    }
  }
  const ended = read().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error
  })
  return {
    status: response.status,
    headers: response.headers,
    ended,
    heard: wanted =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = messages.find(wanted)
          if (!found) return
          listeners.delete(look)
          resolve(found)
        }
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`the stream ended after ${JSON.stringify(messages)}`)))
      }),
    close: () => abort.abort(),
  }
}

/** Whether a message tells of that change. */
export const tells =
  (action: string, id: string) =>
  (message: LiveMessage): boolean =>
    'changes' in message && message.changes.some(change => change.action === action && change.id === id)
