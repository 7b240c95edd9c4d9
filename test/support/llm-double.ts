import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { path: string; headers: http.IncomingHttpHeaders; body: string }

/** What the double answers: a status with a body, or nothing at all, for ever. */
export type Scripted =
  | { status?: number; headers?: Record<string, string>; body: string }
  | { silent: true }
  | { broken: true }

/** A verdict as a language model writes it. */
export const verdict = (fields: object = {}) => ({
  contradicts: 0.9,
  agrees: 0.02,
  neither: 0.08,
  spans: [{ a: '5,000', b: '750' }],
  explanation: 'The two counts of the same troops differ.',
  ...fields,
})

/** A chat completion with that answer. */
export function completion(content: unknown, usage: object | null = { total_tokens: 321 }): { body: string } {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return { body: JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }], usage }) }
}

/** An endpoint of a language model on a free port: answers in turn what it is told, the last of it again and again. */
export async function serveLlm(...script: Scripted[]) {
  const received: Received[] = []
  const listeners = new Set<() => void>()
  let next = 0
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      received.push({ path: request.url ?? '', headers: request.headers, body })
      for (const listener of listeners) listener()
      const said = script[Math.min(next++, script.length - 1)]
      if (!said || 'silent' in said) return
      if ('broken' in said) {
        response.destroy()
        return
      }
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers })
      response.end(said.body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    /** Answers otherwise from here on. */
    answer: (...others: Scripted[]) => {
      script.splice(0, script.length, ...others)
      next = 0
    },
    /** Resolves when so many requests have come. */
    asked: (times: number) =>
      new Promise<void>(resolve => {
        const look = () => {
          if (received.length < times) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export type Llm = Awaited<ReturnType<typeof serveLlm>>
