import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemText } from './problem.js'

/** What people are told, by HTTP status, where nobody has better words. */
export interface ProblemTexts {
  byStatus: Readonly<Record<400 | 404 | 413 | 414 | 415 | 500 | 503, ProblemText>>
  /**
   * Follows the message if the request brought a filled-in form. A link or a button that failed has
   * lost nothing.
   */
  notSaved: string
}

const TRY_AGAIN_SECONDS = 30

interface Thrown { name?: string, message?: string, code?: string, statusCode?: number, validationContext?: string }

/**
 * The Problem that a failure is answered with. What is not the sender's fault becomes a 500 without
 * its message.
 */
export function toProblem (error: unknown, request: FastifyRequest, texts: ProblemTexts): Problem {
  if (error instanceof Problem) return error
  const thrown: Thrown = typeof error === 'object' && error !== null ? error : {}
  if (isHungUp(thrown, request)) return httpProblem(400, request, texts)
  if (isDatabaseGone(thrown)) return httpProblem(503, request, texts, TRY_AGAIN_SECONDS)
  return httpProblem(statusOf(thrown), request, texts)
}

/** Only Fastify's own refusals are the sender's fault; whatever else was thrown is ours. */
function statusOf ({ code, statusCode, validationContext, message }: Thrown): number {
  // A path with a parameter that cannot be is a path that leads nowhere.
  if (validationContext === 'params') return 404
  const isRefusal = code?.startsWith('FST_') === true || message === undefined
  return isRefusal && statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 500
}

/** RFC 9112, 3.2: a request by HTTP/1.1 names its host, once. Throws what is answered with 400. */
export function refuseWithoutHost ({ raw }: FastifyRequest, _: FastifyReply, done: (error?: Error) => void): void {
  const { rawHeaders, httpVersion } = raw
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return done()
  done(Object.assign(new Error('the request must name its host once'), { code: 'FST_HOST', statusCode: 400 }))
}

function httpProblem (
  status: number,
  request: FastifyRequest,
  texts: ProblemTexts,
  retryAfterSeconds?: number
): Problem {
  const known: Readonly<Record<number, ProblemText>> = texts.byStatus
  const text = known[status] ?? texts.byStatus[400]
  const message = hasInput(request) ? `${text.message} ${texts.notSaved}` : text.message
  return new Problem(`http-${status}`, status, { ...text, message }, retryAfterSeconds)
}

/** Whether the request brings a filled-in form. A form that is a mere button has an empty body. */
function hasInput ({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
}

/** The client disconnected, while sending or before the first byte; there is nobody to answer. */
function isHungUp ({ code, message }: Thrown, { raw: { socket } }: FastifyRequest): boolean {
  return (code === 'ECONNRESET' && message === 'aborted') || (code === 'ERR_STREAM_PREMATURE_CLOSE' && socket.destroyed)
}

const DATABASE_GONE = /^(?:ECONN\w+|EPIPE|ENOTFOUND|ETIMEDOUT|57P0\d|08\w{3}|53300)$/

/**
 * Connection refused or cut, the server shutting down or starting (SQLSTATE class 57P and 08), or
 * no connection in time.
 */
function isDatabaseGone ({ code = '', message = '' }: Thrown): boolean {
  return DATABASE_GONE.test(code) || /timeout exceeded when trying to connect|Connection terminated/.test(message)
}
