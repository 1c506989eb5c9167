import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemText } from '../problem.js'
import type { View } from './view.js'

const HTTP_TEXTS: Readonly<Record<number, ProblemText>> = {
  400: { heading: 'Diese Anfrage konnten wir nicht lesen', message: 'Etwas an der Anfrage ist unvollständig oder beschädigt.', hint: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.' },
  404: { heading: 'Diese Seite gibt es nicht', message: 'Vielleicht ist die Adresse nicht vollständig, oder die Seite ist umgezogen.', hint: 'Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite.' },
  413: { heading: 'Das war zu viel auf einmal', message: 'Die gesendeten Daten sind größer, als wir sie annehmen.', hint: 'Bitte geben Sie nur Ihre E-Mail-Adresse ein.' },
  414: { heading: 'Diese Adresse ist zu lang', message: 'Der aufgerufene Link ist länger, als er sein dürfte.', hint: 'Bitte kopieren Sie den Link noch einmal aus der E-Mail.' },
  415: { heading: 'Dieses Format verstehen wir nicht', message: 'Die Daten kamen in einer Form, die wir nicht annehmen.', hint: 'Bitte verwenden Sie das Formular auf unserer Seite.' },
  429: { heading: 'Bitte warten Sie einen Moment', message: 'Gerade kommen sehr viele Anfragen aus Ihrem Netz.', hint: 'Bitte versuchen Sie es in einigen Minuten noch einmal.' },
  500: { heading: 'Das hat leider nicht geklappt', message: 'Der Fehler liegt bei uns. Ihre Eingabe wurde nicht gespeichert.', hint: 'Bitte versuchen Sie es später noch einmal.' },
  503: { heading: 'Wir sind gleich wieder da', message: 'Der Dienst ist im Moment nicht erreichbar. Ihre Eingabe wurde nicht gespeichert.', hint: 'Bitte versuchen Sie es in einigen Minuten noch einmal.' }
}

const TRY_AGAIN_SECONDS = 30

/** Answers every failure: a German page for people, a problem document (RFC 9457) for programs, never a stack trace. */
export function answerErrors (app: FastifyInstance, view: View): void {
  app.setNotFoundHandler(async (request, reply) => await answer(request, reply, view, httpProblem(404)))
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) request.log.error({ err: error, req: request }, 'request failed')
    return await answer(request, reply, view, problem)
  })
}

/** Answers what was refused before a route was found, such as an address that cannot be decoded. */
export function answerEarly (error: FastifyError, request: FastifyRequest, reply: FastifyReply, view: View): void {
  void answer(request, reply, view, toProblem(error))
}

/** RFC 9112, 3.2: a request by HTTP/1.1 names its host, once. */
export async function refuseWithoutHost ({ raw }: FastifyRequest): Promise<void> {
  const hosts = raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1 || (hosts.length === 0 && raw.httpVersion !== '1.0')) throw httpProblem(400)
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
  return await reply.type('text/html; charset=utf-8').send(await view('error', { status, hint: null, ...text }))
}

function toProblem (error: Error & { code?: string, statusCode?: number }): Problem {
  if (error instanceof Problem) return error
  if (isHungUp(error)) return httpProblem(400)
  if (isDatabaseGone(error)) return httpProblem(503, TRY_AGAIN_SECONDS)
  const { statusCode: status } = error
  // Only Fastify's own refusals are the sender's fault; whatever else was thrown is ours.
  if (error.code?.startsWith('FST_') === true && status !== undefined && status >= 400 && status < 500) return httpProblem(status)
  return httpProblem(500)
}

function httpProblem (status: number, retryAfterSeconds?: number): Problem {
  const text = HTTP_TEXTS[status] ?? HTTP_TEXTS[400] as ProblemText
  return new Problem(`http-${status}`, status, text, retryAfterSeconds)
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
