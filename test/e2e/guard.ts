import type { BrowserContext } from '@playwright/test'

/** A refusal (4xx) is an answer that a screen shows; the browser calls it an error all the same. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/

/**
 * Collects into `problems` what must not happen in any page of a context: an error on the console or thrown, a
 * violation of the content security policy, a request to another host.
 */
export async function guard(context: BrowserContext, address: string, problems: string[]): Promise<void> {
  const { host } = new URL(address)
  context.on('console', message => {
    if (message.type() === 'error' && !REFUSAL.test(message.text()))
      problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', error => problems.push(`thrown: ${error.error().message}`))
  context.on('request', request => {
    const url = new URL(request.url())
    if (/^(http|ws)s?:$/.test(url.protocol) && url.host !== host) problems.push(`request to ${request.url()}`)
  })
  await context.exposeBinding('reportViolation', (_source, violation: string) => {
    problems.push(`content security policy: ${violation}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function') report(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
}
