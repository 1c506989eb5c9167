import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Log } from '../log/log.js'
import { readIp } from './network-prefix.js'

/**
 * Makes `request.ip` an IP address, whatever proxies write in X-Forwarded-For, and warns once if a
 * proxy names readers' addresses and is not believed.
 */
export function readForwarded (app: FastifyInstance, log: Log): void {
  let hasWarned = false
  app.addHook('onRequest', (request, _, done) => {
    const { headers } = request.raw
    if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) read(request)
    done()
  })

  function read (request: FastifyRequest): void {
    tidy(request.raw)
    const believed = request.ips !== undefined && request.ips.length > 1
    if (believed || hasWarned) return
    hasWarned = true
    log.warn({ event: 'proxy_not_trusted' },
      'a proxy names the addresses of readers and is not believed, so all readers behind it count as one ' +
      'network: set TRUST_PROXY to the address of the proxy, and let it send X-Forwarded-For')
  }
}

/**
 * Removes ports, brackets and zones. An entry that is not an address is dropped together with all
 * before it: the request then counts as that of the proxy that wrote the entry.
 */
function tidy ({ headers }: IncomingMessage): void {
  const given = String(headers['x-forwarded-for'] ?? '').split(',').filter(entry => entry.trim() !== '')
  const addresses = given.map(readIp)
  headers['x-forwarded-for'] = addresses.slice(addresses.lastIndexOf(null) + 1).join(', ')
}
