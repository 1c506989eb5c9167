import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { toProblem, type ProblemTexts } from './errors.js'
import type { Problem } from './problem.js'

/**
 * A part of the web process with rules of its own: the readers' site, the editors' desk, the
 * interface for programs. Its plugin adds its parsers and limits.
 */
export interface Zone {
  /** The path below which it lies; empty for the one that has everything else. */
  prefix: string
  /** Stand on every answer of the zone. */
  headers: Readonly<Record<string, string>>
  /** What people are told of failures that have no words of their own. */
  texts: ProblemTexts
  /** Sends the body of a failure in the zone's form. Status and headers are set. */
  sendProblem: (request: FastifyRequest, reply: FastifyReply, problem: Problem) => Promise<FastifyReply>
}

/** Gives a plugin the headers and the form of errors of its zone. */
export function applyZone (app: FastifyInstance, zone: Zone): void {
  const headers = Object.entries(zone.headers)
  // When it is sent, because a page that is stored has them already.
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value)
    done(null, payload)
  })
  app.setNotFoundHandler(async (request, reply) => await answerFailure(request, reply, zone, { statusCode: 404 }))
  app.setErrorHandler(async (error, request, reply) => await answerFailure(request, reply, zone, error))
}

/** The zone that a path lies in. */
export function zoneOf (zones: readonly Zone[], path: string): Zone {
  const isIn = ({ prefix }: Zone): boolean => path === prefix || path.startsWith(`${prefix}/`) ||
    path.startsWith(`${prefix}?`)
  const zone = [...zones].sort((a, b) => b.prefix.length - a.prefix.length).find(isIn)
  if (zone === undefined) throw new Error('no zone has the paths that no other has')
  return zone
}

/**
 * Answers a failure in the form of its zone, never with a stack trace. Headers are set here: the
 * failure may have come before the zone is entered.
 */
export async function answerFailure (
  request: FastifyRequest,
  reply: FastifyReply,
  zone: Zone,
  error: unknown
): Promise<FastifyReply> {
  const problem = toProblem(error, request, zone.texts)
  if (problem.status >= 500) {
    request.log.error({ event: 'request_failed', reqId: request.id, err: error, req: request }, 'request failed')
  }
  reply.code(problem.status).headers(zone.headers).header('cache-control', 'no-store')
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
  return await zone.sendProblem(request, reply, problem)
}
