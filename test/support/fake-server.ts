import { vi } from 'vitest'

export type SentRequest = { method: string; url: string; body: unknown }

type Answer = { status?: number; json?: unknown; text?: string } | 'unreachable'

/** Stands at the network's border in place of the server: answers every request and remembers what was sent. */
export function fakeServer(answer: (request: SentRequest) => Answer): { sent: SentRequest[] } {
  const sent: SentRequest[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (init.signal?.aborted) throw init.signal.reason
    const request = {
      method: init.method ?? 'GET',
      url,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    }
    sent.push(request)
    const given = answer(request)
    if (given === 'unreachable') throw new TypeError('Failed to fetch')
    return new Response(given.text ?? JSON.stringify(given.json), {
      status: given.status ?? 200,
      headers: { 'content-type': given.text === undefined ? 'application/json' : 'text/html' },
    })
  })
  return { sent }
}
