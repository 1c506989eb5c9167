import { createServer, STATUS_CODES, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long a connection may keep us waiting, in ms. */
export interface HttpTimeouts {
  /** For all header lines of a request; also for the first byte on a new connection. */
  headers: number
  /** For a whole request, its body included. */
  request: number
  /**
   * Between two requests. Longer than proxies keep a connection for reuse, so that none uses it
   * while we close it.
   */
  keepAlive: number
  /** How often the first two are looked at: so much later a slow request may end. */
  check: number
}

export const HTTP_TIMEOUTS: HttpTimeouts = { headers: 15_000, request: 30_000, keepAlive: 75_000, check: 1_000 }

/**
 * How long we go on reading after a refusal, so that the sender gets to read it (RFC 9112, 9.6).
 */
const LINGER_MS = 2_000

const PARSER_STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_VERSION: 505
}

/**
 * Answers, with these headers, the requests that Node.js would answer before they reach a route.
 */
export function nodeServer (headers: Readonly<Record<string, string>>, timeouts: HttpTimeouts) {
  const refusal = { ...headers, 'content-length': '0', connection: 'close' }
  /**
   * Answers that are not at their end yet, by connection: a client may send further requests before
   * it has the answer to the first.
   */
  const underWay = new WeakMap<Socket, Set<ServerResponse>>()
  const ending = new WeakSet<Socket>()

  return {
    serverFactory (handler: RequestListener): Server {
      const server = createServer({
        headersTimeout: timeouts.headers,
        requestTimeout: timeouts.request,
        keepAliveTimeout: timeouts.keepAlive,
        connectionsCheckingInterval: timeouts.check,
        // `refuseWithoutHost` looks at it, and answers with a page.
        requireHostHeader: false
      }, (request, response) => {
        note(request.socket, response)
        handler(request, response)
      })
      server.on('checkExpectation', (request, response: ServerResponse) => {
        note(request.socket, response)
        response.writeHead(417, refusal).end()
      })
      return server
    },

    /**
     * Answers what is not HTTP, or comes too slowly: a status and the headers, no body. Valid
     * requests before it on the connection are answered first.
     */
    clientErrorHandler (error: Error & { code?: string }, socket: Socket): void {
      if (error.code === 'ECONNRESET' || !socket.writable || ending.has(socket)) return
      ending.add(socket)
      const answers = [...underWay.get(socket) ?? []]
      const broken = answers.find(({ req }) => !req.complete)
      const first = answers.filter(answer => answer !== broken || answer.headersSent)
      void Promise.all(first.map(async answer =>
        await new Promise(resolve => answer.once('close', resolve)))).then(() => {
        if (!socket.writable) return
        // Where the broken request has been answered early, a second answer would be taken for the
        // next one's.
        socket.end(broken?.headersSent === true ? '' : rawAnswer(PARSER_STATUS[error.code ?? ''] ?? 400))
        setTimeout(() => socket.destroy(), LINGER_MS).unref()
      })
    }
  }

  function note (socket: Socket, answer: ServerResponse): void {
    const answers = underWay.get(socket) ?? new Set()
    underWay.set(socket, answers.add(answer))
    answer.once('close', () => answers.delete(answer))
  }

  function rawAnswer (status: number): string {
    const lines = Object.entries(refusal).map(([name, value]) => `${name}: ${value}`)
    return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n')
  }
}
