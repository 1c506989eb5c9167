import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long a closing server lets requests that are being answered finish. */
const GRACE_MS = 3_000

/**
 * Has the server's close wait for nobody: connections without a request end at once, whether they
 * were used before or never sent a byte; others when they are answered, and after 3 seconds in any
 * case.
 */
export function drainOnClose (app: FastifyInstance, graceMs = GRACE_MS): void {
  const requests = new Map<Socket, number>()
  let closing = false

  app.server.on('connection', socket => {
    if (closing) socket.destroy()
    requests.set(socket, 0)
    socket.once('close', () => requests.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => {
      count(socket, -1)
      if (closing && requests.get(socket) === 0) socket.destroySoon()
    })
  })
  app.addHook('preClose', async () => {
    closing = true
    for (const [socket, open] of requests) if (open === 0) socket.destroy()
    setTimeout(() => { for (const socket of requests.keys()) socket.destroy() }, graceMs).unref()
  })

  function count (socket: Socket, change: number): void {
    const open = requests.get(socket)
    if (open !== undefined) requests.set(socket, open + change)
  }
}
