import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemText } from './problem.js'
import type { View } from './view.js'

const HTTP_TEXTS: Readonly<Record<number, ProblemText>> = {
  400: { heading: 'Diese Anfrage konnten wir nicht lesen', message: 'Etwas an der Anfrage ist unvollständig oder beschädigt.', hint: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.' },
  404: { heading: 'Diese Seite gibt es nicht', message: 'Vielleicht ist der Link nicht vollständig, oder die Seite ist umgezogen.', hint: 'Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite.' },
  413: { heading: 'Das war zu viel auf einmal', message: 'Ihre Eingabe ist zu lang. Wir können nicht so viele Daten annehmen.', hint: 'Bitte geben Sie nur Ihre E-Mail-Adresse ein.' },
  414: { heading: 'Diese Adresse ist zu lang', message: 'Der Link ist länger als erlaubt.', hint: 'Bitte kopieren Sie den Link noch einmal aus der E-Mail.' },
  415: { heading: 'Dieses Format verstehen wir nicht', message: 'Die Daten haben ein Format, das wir nicht verarbeiten.', hint: 'Bitte verwenden Sie das Formular auf unserer Seite.' },
  500: { heading: 'Das hat leider nicht geklappt', message: 'Der Fehler liegt bei uns, nicht bei Ihnen.', hint: 'Bitte versuchen Sie es später noch einmal.' },
  503: { heading: 'Wir sind gleich wieder da', message: 'Im Moment können wir Ihre Anfrage nicht bearbeiten.', hint: 'Bitte versuchen Sie es in einigen Minuten noch einmal.' }
}

/** What whoever has typed something wants to know. A link or a button that failed has lost nothing. */
const NOT_SAVED = 'Ihre Eingabe wurde nicht gespeichert.'

const TRY_AGAIN_SECONDS = 30

/** Answers every failure: a German page for people, a problem document (RFC 9457) for programs, never a stack trace. */
export function answerErrors (app: FastifyInstance, view: View): void {
  app.setNotFoundHandler(async (request, reply) => await answer(request, reply, view, httpProblem(404, request)))
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const problem = toProblem(error, request)
    if (problem.status >= 500) request.log.error({ event: 'request_failed', err: error, req: request }, 'request failed')
    return await answer(request, reply, view, problem)
  })
}

/** Answers what was refused before a route was found, such as an address that cannot be decoded. */
export function answerEarly (error: FastifyError, request: FastifyRequest, reply: FastifyReply, view: View): void {
  void answer(request, reply, view, toProblem(error, request))
}

/** RFC 9112, 3.2: a request by HTTP/1.1 names its host, once. */
export async function refuseWithoutHost (request: FastifyRequest): Promise<void> {
  const { rawHeaders, httpVersion } = request.raw
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1 || (hosts.length === 0 && httpVersion !== '1.0')) throw httpProblem(400, request)
}

async function answer (request: FastifyRequest, reply: FastifyReply, view: View, problem: Problem): Promise<FastifyReply> {
  const { status, text, retryAfterSeconds } = problem
  reply.code(status).header('cache-control', 'no-store')
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds)
  if (wantsDocument(request)) {
    return await reply.type('application/problem+json').send(JSON.stringify({
      type: `urn:integrationsbrief:problem:${problem.code}`,
      title: text.heading,
      status,
      detail: [text.message, text.hint].filter(Boolean).join(' ')
    }))
  }
  return await reply.type('text/html; charset=utf-8').send(await view('site/error', { status, hint: null, ...text }))
}

function toProblem (error: Error & { code?: string, statusCode?: number }, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (isHungUp(error)) return httpProblem(400, request)
  if (isDatabaseGone(error)) return httpProblem(503, request, TRY_AGAIN_SECONDS)
  const { statusCode: status } = error
  // Only Fastify's own refusals are the sender's fault; whatever else was thrown is ours.
  if (error.code?.startsWith('FST_') === true && status !== undefined && status >= 400 && status < 500) return httpProblem(status, request)
  return httpProblem(500, request)
}

function httpProblem (status: number, request: FastifyRequest, retryAfterSeconds?: number): Problem {
  const text = HTTP_TEXTS[status] ?? HTTP_TEXTS[400] as ProblemText
  const message = hasInput(request) ? `${text.message} ${NOT_SAVED}` : text.message
  return new Problem(`http-${status}`, status, { ...text, message }, retryAfterSeconds)
}

/** Whether the request brings a filled-in form. A form that is a mere button has an empty body. */
function hasInput ({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
}

/** The reader broke off while sending: nobody is there to be answered. */
function isHungUp ({ code, message }: Error & { code?: string }): boolean {
  return code === 'ECONNRESET' && message === 'aborted'
}

/** Connection refused or cut, the server shutting down or starting (SQLSTATE class 57P and 08), or no connection in time. */
function isDatabaseGone (error: Error & { code?: string }): boolean {
  return /^(?:ECONN\w+|EPIPE|ENOTFOUND|ETIMEDOUT|57P0\d|08\w{3}|53300)$/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
}

/** People's browsers name HTML; a program that names JSON and no HTML gets a document. */
function wantsDocument ({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('json') && !accept.includes('html')
}
