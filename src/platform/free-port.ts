import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { hasCode } from './errors.js'

/** Has a server listen on a free port of 127.0.0.1, and returns the port. */
export async function listenOnFreePort (server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return portOf(server)
}

/** The TCP port that a server listens on. Throws if it does not. */
export function portOf (server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a TCP port')
  return address.port
}

/**
 * A port of 127.0.0.1 that nobody listens on at this moment. It is none of those that systems give
 * to connections and to servers without a wish (from 32768 or 49152 on): one of them could take it
 * before it is used.
 */
export async function freePort (): Promise<number> {
  for (;;) {
    const server = createServer()
    const port = randomInt(20_000, 30_000)
    server.listen(port, '127.0.0.1')
    try {
      await once(server, 'listening')
    } catch (error) {
      if (hasCode(error, 'EADDRINUSE')) continue
      throw error
    }
    server.close()
    await once(server, 'close')
    return port
  }
}
