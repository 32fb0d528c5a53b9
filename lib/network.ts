import { keyedHash } from './accounts/secrets'
import { clientAddress } from './client-address.mjs'

/**
 * What somebody's connection is known by: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one
 * address there has them all. An IPv4 address written as IPv6 is an IPv4 address.
 */
export function networkOf(address: string): string {
  const [bare] = address.split('%') as [string]
  if (!bare.includes(':')) return bare
  const [before, after] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::') as [string, string?]
  const head = before ? before.split(':') : []
  const tail = after ? after.split(':') : []
  const groups = after === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
  return mapped ? groups.slice(6).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]).join('.') : `${groups.slice(0, 4).join(':')}::/64`
}

/** A network as we keep it: a keyed hash, which nobody but this installation can make, and not for long. */
export const networkKey = (address: string): string => keyedHash('network', networkOf(address))

/** The network from which what is being done now was asked for; null for jobs and the command line. */
export function currentNetwork(): string | null {
  const address = clientAddress()
  return address === undefined ? null : networkKey(address)
}
