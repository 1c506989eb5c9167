import { isIPv4, isIPv6 } from 'node:net'

/**
 * Reads an IP address as proxies write it, also with a port or a zone: `192.0.2.1:4711`,
 * `[2001:db8::1]:4711`, `fe80::1%eth0`. Returns one spelling of it, or null if it is none. IPv4 in
 * IPv6 (`::ffff:192.0.2.1`) is IPv4.
 */
export function readIp (text: string): string | null {
  const [, bracketed, bare] = /^"?(?:\[([^\]]*)\](?::\d*)?|(.*?))"?$/.exec(text.trim()) ?? []
  const [address = ''] = (bracketed ?? bare ?? '').split('%')
  const v4 = bracketed === undefined ? address.replace(/^([\d.]+):\d*$/, '$1') : address
  if (isIPv4(v4)) return v4
  if (!isIPv6(address)) return null
  // A URL's host has one spelling: no leading zeros, the longest run of zeros left out, hexadecimal
  // throughout.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(canonical) ?? []
  if (high === undefined || low === undefined) return canonical
  return [high, low].map(group => Number.parseInt(group, 16)).flatMap(pair => [pair >> 8, pair & 255]).join('.')
}

/**
 * The network of an IP address: /24 for IPv4, /48 for IPv6. All that is not an address counts as
 * one network.
 */
export function networkPrefix (ip: string): string {
  const address = readIp(ip)
  if (address === null) return 'unknown'
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  const [head, tail] = address.split('::').map(half => half === '' ? [] : half.split(':')) as [string[], string[]?]
  const gap = tail === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0')
  return [...head, ...gap, ...(tail ?? [])].slice(0, 3).join(':')
}
