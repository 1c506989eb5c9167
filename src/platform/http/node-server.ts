import {
  createServer, STATUS_CODES, type RequestListener, type Server, type ServerOptions, type ServerResponse
} from 'node:http'
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

/** What Fastify needs of a server of ours. */
interface NodeServer {
  serverFactory: (handler: RequestListener) => Server
  /**
   * Answers what is not HTTP, or comes too slowly: a status and the headers, no body. Valid
   * requests before it on the connection are answered first.
   */
  clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => void
}

/**
 * Answers, with these headers, the requests that Node.js would answer before they reach a route.
 */
export function nodeServer (headers: Readonly<Record<string, string>>, timeouts: HttpTimeouts): NodeServer {
  const refusal = { ...headers, 'content-length': '0', connection: 'close' }
  const pending = trackAnswers()
  const ending = new WeakSet<Socket>()

  async function refuse (socket: Socket, status: number): Promise<void> {
    const answers = pending.of(socket)
    const broken = answers.find(({ req }) => !req.complete)
    await Promise.all(answers.filter(answer => answer !== broken || answer.headersSent).map(whenClosed))
    if (!socket.writable) return
    // After an early answer to the broken request, a second one would be taken for the next one's.
    socket.end(broken?.headersSent === true ? '' : rawAnswer(status, refusal))
    setTimeout(() => socket.destroy(), LINGER_MS).unref()
  }

  return {
    serverFactory (handler) {
      const server = createServer(serverOptions(timeouts), (request, response) => {
        pending.add(request.socket, response)
        handler(request, response)
      })
      server.on('checkExpectation', (request, response) => {
        pending.add(request.socket, response)
        response.writeHead(417, refusal).end()
      })
      return server
    },
    clientErrorHandler (error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable || ending.has(socket)) return
      ending.add(socket)
      void refuse(socket, PARSER_STATUS[error.code ?? ''] ?? 400)
    }
  }
}

function serverOptions ({ headers, request, keepAlive, check }: HttpTimeouts): ServerOptions {
  return {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: keepAlive,
    connectionsCheckingInterval: check,
    // `refuseWithoutHost` looks at it, and answers with a page.
    requireHostHeader: false
  }
}

interface PendingAnswers {
  add: (socket: Socket, answer: ServerResponse) => void
  of: (socket: Socket) => ServerResponse[]
}

/**
 * The answers that are not complete yet, by connection: a client may send further requests before
 * it has the answer to the first.
 */
function trackAnswers (): PendingAnswers {
  const bySocket = new WeakMap<Socket, ServerResponse[]>()
  const of = (socket: Socket): ServerResponse[] => (bySocket.get(socket) ?? []).filter(({ closed }) => !closed)
  return {
    add (socket, answer) {
      const before = of(socket)
      before.push(answer)
      bySocket.set(socket, before)
    },
    of
  }
}

async function whenClosed (answer: ServerResponse): Promise<void> {
  await new Promise(resolve => answer.once('close', resolve))
}

function rawAnswer (status: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n')
}
