import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ProblemTexts } from '../platform/http/errors.js'
import { readForms } from '../platform/http/form.js'
import { servePages, type View } from '../platform/http/page.js'
import { problemDocument, PROBLEM_TYPE } from '../platform/http/problem.js'
import { securityHeaders } from '../platform/http/security-headers.js'
import { applyZone, type Zone } from '../platform/http/zone.js'

/** What a page may load: our own style, fonts and pictures. No script. */
const POLICY = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"]
}

/**
 * The readers' part of the web: German pages without script; errors are a page for people, a
 * document for programs.
 */
export function siteZone ({ view, texts, secure }: { view: View, texts: ProblemTexts, secure: boolean }): Zone {
  return {
    prefix: '',
    headers: securityHeaders(POLICY, { secure }),
    texts,
    async sendProblem (request, reply, problem) {
      if (wantsDocument(request)) return await reply.type(PROBLEM_TYPE).send(problemDocument(problem))
      const { status, text } = problem
      return await reply.type('text/html; charset=utf-8').send(await view('site/error', {
        status,
        hint: null,
        ...text
      }, request))
    }
  }
}

/**
 * Makes a plugin part of the site: its policy, its errors, its pages, and forms as the only bodies.
 */
export function applySite (app: FastifyInstance, zone: Zone, view: View): void {
  applyZone(app, zone)
  servePages(app, zone.headers, view)
  readForms(app)
}

/** People's browsers name HTML; a program that names JSON and no HTML gets a document. */
function wantsDocument ({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('json') && !accept.includes('html')
}
