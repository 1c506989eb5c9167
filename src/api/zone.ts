import type { FastifyInstance } from 'fastify'
import type { ProblemTexts } from '../platform/http/errors.js'
import { problemDocument, PROBLEM_TYPE } from '../platform/http/problem.js'
import { securityHeaders } from '../platform/http/security-headers.js'
import { applyZone, type Zone } from '../platform/http/zone.js'

/** An answer is data: if a browser shows it, it loads nothing and stands in no frame. */
const POLICY = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] }

const BODY_BYTES = 1024 * 1024

/** The part of the web for programs: JSON in and out, errors as problem documents (RFC 9457). */
export function apiZone ({ texts, secure }: { texts: ProblemTexts, secure: boolean }): Zone {
  return {
    prefix: '/api',
    headers: securityHeaders(POLICY, { secure }),
    texts,
    sendProblem: async (_, reply, problem) => await reply.type(PROBLEM_TYPE).send(problemDocument(problem))
  }
}

/** Makes a plugin part of the interface: its policy, its errors, and JSON as the only bodies. */
export function applyApi (app: FastifyInstance, zone: Zone): void {
  applyZone(app, zone)
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.addHook('onRoute', route => { route.bodyLimit ??= BODY_BYTES })
}
