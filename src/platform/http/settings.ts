import { isIP } from 'node:net'
import { commaList, host, wholeNumber } from '../settings/readers.js'
import { optional, withDefault } from '../settings/setting.js'

export const httpSettings = {
  HOST: withDefault('127.0.0.1', host),
  PORT: withDefault('8080', wholeNumber(0, 65535)),
  TRUST_PROXY: optional(networks)
}

/** Addresses and networks of proxies, as Fastify's `trustProxy` takes them. */
function networks (text: string): string {
  return commaList(network)(text).join(',')
}

function network (text: string): string {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return text
  const [, address = '', bits = '1'] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const longest = isIP(address) === 4 ? 32 : 128
  if (isIP(address) === 0 || Number(bits) > longest) {
    throw new Error('must list the addresses of the proxies, such as loopback or 10.0.0.0/8')
  }
  if (Number(bits) === 0) throw new Error('must list the proxies; /0 would believe everyone')
  return text
}
