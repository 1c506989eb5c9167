import { isIPv6 } from 'node:net'

/** The network that an IP address belongs to: /24 for IPv4, /48 for IPv6. */
export function networkPrefix (ip: string): string {
  const address = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip
  if (!isIPv6(address)) return address.split('.').slice(0, 3).join('.')
  const [head, tail] = address.split('::').map(half => half === '' ? [] : half.split(':')) as [string[], string[]?]
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...gap, ...(tail ?? [])].slice(0, 3).map(group => Number.parseInt(group, 16).toString(16)).join(':')
}
