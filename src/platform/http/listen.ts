import type { FastifyInstance } from 'fastify'

/** Has an app listen, and returns where. Throws one line that names the setting which cannot be. */
export async function listen (app: FastifyInstance, { host, port }: { host: string, port: number }): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Error(`PORT ${port} of ${host} is taken by another program (EADDRINUSE)`)
    if (code === 'EACCES') throw new Error(`PORT ${port} may not be used by this user (EACCES)`)
    if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo') {
      throw new Error(`HOST ${host} is not an address of this machine (${code})`)
    }
    throw new Error(`HOST and PORT: ${message}`)
  }
}
