import type { FastifyInstance } from 'fastify'
import type { ProblemTexts } from '../platform/http/errors.js'
import { readForms } from '../platform/http/form.js'
import { servePages, type View } from '../platform/http/page.js'
import { securityHeaders } from '../platform/http/security-headers.js'
import { applyZone, type Zone } from '../platform/http/zone.js'
import './pages.js'

/** What a page of the desk may load: what is ours, scripts too, and frames of ours for previews. */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"]
}

/** Long texts; uploads have a limit of their own. */
const BODY_BYTES = 1024 * 1024

/** The editors' part of the web. */
export function deskZone ({ view, texts, secure }: { view: View, texts: ProblemTexts, secure: boolean }): Zone {
  return {
    prefix: '/redaktion',
    // What editors see is for them alone, and may be another the next time.
    headers: { ...securityHeaders(POLICY, { secure }), 'cache-control': 'no-store' },
    texts,
    async sendProblem (request, reply, { status, text }) {
      const page = await view('desk/error', { status, hint: null, ...text }, request)
      return await reply.type('text/html; charset=utf-8').send(page)
    }
  }
}

/** Makes a plugin part of the desk: its policy, its errors, its pages and forms. */
export function applyDesk (app: FastifyInstance, zone: Zone, view: View): void {
  applyZone(app, zone)
  servePages(app, zone.headers, view)
  readForms(app)
  app.addHook('onRoute', route => { route.bodyLimit ??= BODY_BYTES })
}
