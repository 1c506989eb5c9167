import type { FastifyInstance } from 'fastify'
import { codeOf, hasCode, messageOf } from '../errors.js'

/** Has an app listen, and returns where. Throws one line that names the setting which cannot be. */
export async function listen (app: FastifyInstance, { host, port }: { host: string, port: number }): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) {
      throw new Error(`PORT ${port} of ${host} is taken by another program (EADDRINUSE)`)
    }
    if (hasCode(error, 'EACCES')) throw new Error(`PORT ${port} may not be used by this user (EACCES)`)
    if (hasCode(error, 'EADDRNOTAVAIL') || isLookup(error)) {
      throw new Error(`HOST ${host} is not an address of this machine (${codeOf(error)})`)
    }
    throw new Error(`HOST and PORT: ${messageOf(error)}`)
  }
}

function isLookup (error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'getaddrinfo'
}
