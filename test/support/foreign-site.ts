import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import type { VisitDeps } from '../../src/platform/http/visit.js'
import { certificateKey } from './certificates.js'

/** Names lead to this machine, as if it were public; one leads into a house's network. */
export const internetHere: VisitDeps = {
  lookup: async name => {
    if (name.startsWith('fehlt')) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    return [{ address: name.startsWith('intern') ? '192.168.0.1' : '127.0.0.1', family: 4 }]
  },
  isAllowed: address => address === '127.0.0.1'
}

/** A website of somebody else, and what it was asked for. */
export interface ForeignSite { url: (path: string, host?: string) => string, requests: string[] }

export async function startSite (
  t: Test, answer: RequestListener, certificate?: string
): Promise<ForeignSite> {
  const requests: string[] = []
  const listener: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(request, response)
  }
  const secure = certificate !== undefined
  const server = secure
    ? createSecureServer({ key: certificateKey, cert: certificate }, listener)
    : createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { requests, url: (path, host = 'gut.example') => `http${secure ? 's' : ''}://${host}:${port}${path}` }
}
