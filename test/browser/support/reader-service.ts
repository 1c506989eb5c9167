import { freePort } from '../../../src/platform/free-port.js'
import { reverseProxy } from '../../support/reverse-proxy.js'
import { testService, type TestService } from '../../support/service.js'
import { portOf } from '../../../src/platform/free-port.js'
import type { JudgedTest } from '../../support/test.js'

export interface ReaderService extends TestService {
  /** Where a browser finds it, which is what its links say too. No slash at the end. */
  home: string
  /** The host of that address. */
  origin: string
  /** Where the caught mails are read: on this machine, past the proxy. */
  mailbox: string
}

/**
 * Where the service stands: at the root of its host, or below a path that a proxy takes off or
 * passes on.
 */
export type Place = 'at the root' | 'below a path that the proxy takes off' | 'below a path that the proxy passes on'

const BASE = '/hessen/brief'

/** The service with its mailer, listening, so that a browser can follow what its mails link to. */
export async function readerService (
  t: JudgedTest, place: Place = 'at the root', options: Parameters<typeof testService>[2] = {}
): Promise<ReaderService> {
  if (place === 'at the root') {
    const port = await freePort()
    return await serve(`http://127.0.0.1:${port}`, port)
  }
  const proxy = await reverseProxy(t, BASE, place === 'below a path that the proxy takes off')
  const service = await serve(`http://127.0.0.1:${proxy.port}${BASE}`, 0)
  proxy.lead(Number(new URL(service.mailbox).port))
  return service

  async function serve (home: string, port: number): Promise<ReaderService> {
    const service = await testService(t, { PUBLIC_URL: home, TRUST_PROXY: 'loopback' }, options)
    await service.app.listen({ port, host: '127.0.0.1' })
    await service.work()
    const own = portOf(service.app.server)
    const { origin, pathname } = new URL(home)
    return { ...service, home, origin, mailbox: `http://127.0.0.1:${own}${pathname.replace(/\/$/, '')}/postfach` }
  }
}
