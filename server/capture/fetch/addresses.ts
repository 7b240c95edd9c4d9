import ipaddr from 'ipaddr.js'

/** Networks and hosts that may be fetched from although they are not public, and on whatever port. */
export type AllowList = { hosts: readonly string[]; networks: readonly Network[] }

type Address = ReturnType<typeof ipaddr.process>
type Network = ReturnType<typeof ipaddr.parseCIDR>

/** Public by their number, and yet the machine's own: the address at which Azure answers its guests. */
const INSIDE = new Set(['168.63.129.16'])

/** The well-known prefix of NAT64: behind it the last four bytes are an IPv4 address (RFC 6052). */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96')

/** Networks that are never public although their numbers look so: NAT64 of one's own, and IPv4-compatible addresses. */
const LOCAL = ['64:ff9b:1::/48', '::/96'].map(network => ipaddr.parseCIDR(network))

/**
 * Reads a list of hosts (`intranet.example`, `*.intranet.example`), addresses and networks (`10.1.0.0/16`, `fd00::/8`),
 * separated by commas or spaces. Throws an `Error` that names the entry that is none of these.
 */
export function readAllowList(text: string): AllowList {
  const hosts: string[] = []
  const networks: Network[] = []
  for (const entry of text.split(/[\s,]+/).filter(one => one !== '')) {
    if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else if (ipaddr.isValid(entry))
      networks.push(ipaddr.parseCIDR(`${entry}/${entry.includes(':') ? 128 : 32}`))
    else if (/^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(entry))
      hosts.push(entry.toLowerCase())
    else throw new Error(`“${entry}” is no host, address or network`)
  }
  return { hosts, networks }
}

/** Whether a host is on the list by its name. */
export function hostIsAllowed({ hosts }: AllowList, host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return hosts.some(one => (one.startsWith('*.') ? name.endsWith(one.slice(1)) : name === one))
}

/**
 * Whether an IP address may be connected to: it is a public one, or on the list. Private, loopback, link-local,
 * multicast, shared, reserved and documentation addresses are none, nor IPv6 addresses that carry such an IPv4 address
 * (mapped, NAT64, 6to4, Teredo). What is no address is none either.
 */
export function addressIsAllowed({ networks }: AllowList, text: string): boolean {
  // A zone says by which interface: such an address is never public.
  if (!ipaddr.isValid(text) || text.includes('%')) return false
  const address = ipaddr.process(text)
  return networks.some(network => isIn(address, network)) || isPublic(address)
}

function isPublic(address: Address): boolean {
  if (isIn(address, NAT64)) return isPublic(ipaddr.fromByteArray(address.toByteArray().slice(12)))
  if (LOCAL.some(network => isIn(address, network))) return false
  return address.range() === 'unicast' && !INSIDE.has(address.toString())
}

function isIn(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits)
}
