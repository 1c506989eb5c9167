import { Agent, request } from 'node:http'

/** A browser of somebody who is signed in, on one connection that stays. */
export interface Client {
  /** Reads the whole answer; throws unless the status is 200. */
  get: (path: string) => Promise<void>
  /** Sends JSON, as the desk's script does, and returns the body of the answer. */
  post: (path: string, body: unknown) => Promise<string>
  close: () => void
}

export function createClient ({ port, session }: { port: number, session: string }): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  async function ask (path: string, body: string | null): Promise<Buffer> {
    return await new Promise((resolve, reject) => {
      const asked = request({
        agent,
        port,
        path,
        method: body === null ? 'GET' : 'POST',
        headers: {
          cookie: `__Host-redaktion=${session}`,
          'sec-fetch-site': 'same-origin',
          'accept-encoding': 'gzip',
          ...(body === null
            ? { accept: 'text/html' }
            : {
                accept: 'application/json',
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(body)
              })
        }
      }, answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const read = Buffer.concat(chunks)
          if (answer.statusCode === 200) resolve(read)
          else reject(new Error(`${path} was answered with ${answer.statusCode}: ${read.toString('utf8', 0, 200)}`))
        })
      })
      asked.on('error', reject).end(body ?? undefined)
    })
  }

  return {
    get: async path => { await ask(path, null) },
    post: async (path, body) => (await ask(path, JSON.stringify(body))).toString(),
    close: () => { agent.destroy() }
  }
}
