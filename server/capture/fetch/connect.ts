import { type LookupAddress, lookup as lookUp } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { type AllowList, addressIsAllowed, hostIsAllowed } from './addresses.ts'
import { notPublic } from './target.ts'

/** Asks the resolver of the system for all addresses of a name. */
export type Resolve = (
  host: string,
  answer: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void

const resolveBySystem: Resolve = (host, answer) => lookUp(host, { all: true }, answer)

/** How long a host has to take the connection, to begin its answer, and between two parts of it. */
const CONNECT_MS = 10_000
const HEADERS_MS = 15_000
const PART_MS = 15_000

/**
 * The lookup of connections: the addresses it gives are those that it has checked, so that a name cannot stand for
 * another one a moment later. One private address among several refuses them all.
 */
export function checkedLookup(allow: AllowList, resolve: Resolve = resolveBySystem): LookupFunction {
  return (host, options, answer) => {
    resolve(host, (error, addresses) => {
      if (error) return answer(error, '', 0)
      const refused =
        addresses.length === 0 ||
        (!hostIsAllowed(allow, host) && addresses.some(({ address }) => !addressIsAllowed(allow, address)))
      if (refused) return answer(notPublic(host), '', 0)
      const [first] = addresses
      if (options.all === true || first === undefined) return answer(null, [...addresses])
      return answer(null, first.address, first.family)
    })
  }
}

/** What requests are sent by: each connection goes to an address that was checked. */
export function createAgent(allow: AllowList, resolve?: Resolve): Agent {
  return new Agent({
    connect: { lookup: checkedLookup(allow, resolve), timeout: CONNECT_MS },
    headersTimeout: HEADERS_MS,
    bodyTimeout: PART_MS,
    connections: 4,
    pipelining: 1,
    keepAliveTimeout: 1_000,
  })
}
