import { type AllowList, addressIsAllowed, hostIsAllowed } from './addresses.ts'
import { FetchProblem } from './problem.ts'

const USUAL_PORTS = new Set(['', '80', '443', '8080', '8443'])

/**
 * The address of a page, when it may be asked for: http or https, without a user, on a usual port, not at a private
 * address. Throws `FetchProblem`. A host that is a name is looked up, and what it stands for checked, when connecting.
 */
export function readTarget(address: string, base: URL | null, allow: AllowList): URL {
  if (!URL.canParse(address, base ?? undefined))
    throw refused(`“${address.slice(0, 200)}” is no web address.`)
  const url = new URL(address, base ?? undefined)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused('Only addresses that start with http:// or https:// are fetched.')
  if (url.username !== '' || url.password !== '')
    throw refused('The address holds a user name or password. Take it out and try again.')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (hostIsAllowed(allow, host)) return url
  const isNumber = host.includes(':') || /^[\d.]+$/.test(host)
  if (isNumber && !addressIsAllowed(allow, host)) throw notPublic(host)
  if (!isNumber && /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host)) throw notPublic(host)
  const isListed =
    isNumber && allow.networks.length > 0 && !addressIsAllowed({ hosts: [], networks: [] }, host)
  if (!USUAL_PORTS.has(url.port) && !isListed)
    throw refused(`The port ${url.port} is not one of the web (80, 443, 8080, 8443).`)
  return url
}

/** The refusal of an address inside of a network. */
export function notPublic(host: string): FetchProblem {
  return refused(`${host} is not on the public Internet. An operator can allow it by FETCH_ALLOW.`)
}

const refused = (message: string) => new FetchProblem(message, false)
