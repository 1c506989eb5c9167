import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { portOf } from '../../src/platform/free-port.js'
import type { Test } from './test.js'

export interface CuttableProxy {
  port: number
  /** Cuts all connections and takes no new ones. */
  cut: () => Promise<void>
  /** Takes connections again, at the same port. */
  mend: () => Promise<void>
  /** New connections lead to another server. */
  lead: (target: { host: string, port: number }) => void
}

/**
 * A TCP proxy in front of a real server, so that a test can take that server away and bring it
 * back.
 */
export async function cuttableProxy (
  t: Test, first: { host: string, port: number }
): Promise<CuttableProxy> {
  let target = first
  const sockets = new Set<Socket>()
  const server = createServer(client => {
    const upstream = connect(target)
    for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => { sockets.delete(socket); other.destroy() })
      socket.pipe(other)
    }
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await listen(0)
  const port = portOf(server)
  t.after(cut)
  return { port, cut, mend: async () => await listen(port), lead: to => { target = to } }
}
