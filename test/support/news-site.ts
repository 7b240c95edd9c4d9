import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a site answers for a path: a page, or whatever the function does with the answer. */
export type Served = string | ((request: IncomingMessage, response: ServerResponse) => void)

export type NewsSite = {
  url: string
  /** Changed by a test as a newsroom changes its pages. */
  pages: Record<string, Served>
  /** Every request, in order. */
  asked: { path: string; headers: IncomingMessage['headers'] }[]
  close: () => Promise<void>
}

/** A site on loopback. A path that it has not answers 404. */
export async function openSite(pages: Record<string, Served> = {}): Promise<NewsSite> {
  const asked: NewsSite['asked'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, headers: request.headers })
    const served = site.pages[path]
    if (typeof served === 'function') served(request, response)
    else if (served === undefined) response.writeHead(404).end('no such page')
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(served)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const site: NewsSite = {
    url: `http://127.0.0.1:${port}`,
    pages,
    asked,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return site
}

/** An article as a newsroom's page shows it. */
export function articlePage(article: {
  title: string
  paragraphs: readonly string[]
  author?: string
  published?: string
  modified?: string
}): string {
  const { title, paragraphs, author = 'Ada Lowe', published = '2024-03-11', modified } = article
  const item = {
    '@type': 'NewsArticle',
    headline: title,
    author: { name: author },
    publisher: { name: 'The Harrow Record' },
    datePublished: published,
    ...(modified !== undefined && { dateModified: modified }),
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">${JSON.stringify(item)}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1>
${paragraphs.map(words => `<p>${words}</p>`).join('\n')}</article><footer>All rights reserved</footer></body></html>`
}
