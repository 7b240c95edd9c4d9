import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site of pages on a free port, by the name `localhost`: another one than that of the program. */
export async function serveSite(): Promise<{
  url: string
  pages: Map<string, string>
  close: () => Promise<void>
}> {
  const pages = new Map<string, string>()
  const server = http.createServer((request, response) => {
    const html = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(html ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    pages,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
