import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { portOf } from '../../src/platform/free-port.js'
import type { Test } from './test.js'

export interface ReverseProxy {
  port: number
  /** Says where the service listens. Until then, nothing can be passed on. */
  lead: (port: number) => void
}

/**
 * A reverse proxy that shows a service below a path of its own website, and an answer of the
 * website everywhere else. It takes the path off, or passes it on, as real ones do.
 */
export async function reverseProxy (t: Test, base: string, takesOff: boolean): Promise<ReverseProxy> {
  let target = 0
  const proxy = createServer((incoming, answer) => {
    const { method, headers, url = '/', socket } = incoming
    const isBelow = url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`)
    if (!isBelow) {
      answer.writeHead(404, { 'content-type': 'text/plain' }).end('another page of the website')
      return
    }
    const path = takesOff ? url.slice(base.length).replace(/^\/?/, '/') : url
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress, connection: 'close' }
    const outgoing = request({ port: target, host: '127.0.0.1', method, path, headers: forwarded })
    outgoing.on('response', response => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  t.after(() => { proxy.close().closeAllConnections() })
  return { port: portOf(proxy), lead: port => { target = port } }
}
