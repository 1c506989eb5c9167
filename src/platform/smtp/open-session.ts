import type { Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { RelayTarget } from './relay-url.js'
import { sessionError, type ReportedError } from './session-error.js'
import { readExtensions, type Extensions } from './smtp-transaction.js'

/**
 * How we introduce ourselves, and how long the relay's answer to a command may take, in
 * milliseconds.
 */
interface SessionOptions { name: string, timeoutMs: number }

/** A session after the login. Nobody reads its socket; it is paused until somebody does. */
export interface OpenSession { socket: Socket, extensions: Extensions }

const CONNECT_TIMEOUT_MS = 10_000

/**
 * Opens an SMTP session: connects, upgrades to TLS where the target asks for it, and logs in.
 * Rejects with a RelayError, also when `signal` is aborted meanwhile.
 *
 * nodemailer does all this, and only this file knows it. What we rely on beyond its documentation
 * is held by the test "what we rely on in nodemailer".
 */
export async function openSession (
  target: RelayTarget, { name, timeoutMs }: SessionOptions, signal?: AbortSignal
): Promise<OpenSession> {
  const smtp = new SMTPConnection({
    name,
    host: target.host,
    port: target.port,
    secure: target.tls === 'implicit',
    requireTLS: target.tls === 'starttls',
    ignoreTLS: target.tls === 'none',
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: timeoutMs,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: target.verifyCertificate }
  })
  const lost = whenLost(smtp)
  const abort = (): void => { smtp.close() }
  signal?.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([lost, finished(done => smtp.connect(done))])
    const extensions = readExtensions(String(smtp.lastServerResponse))
    const credentials = target.auth
    if (credentials !== null) await Promise.race([lost, finished(done => smtp.login({ credentials }, done))])
    return { socket: takeSocket(smtp), extensions }
  } catch (error) {
    smtp.close()
    throw error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/**
 * Rejects when the connection is lost. It listens as long as the socket lives: an unheard `error`
 * ends the process.
 */
function whenLost (smtp: SMTPConnection): Promise<never> {
  const lost = new Promise<never>((_resolve, reject) => {
    smtp.on('error', error => reject(sessionError(error)))
    // Let an `error` event, which says why, win over this.
    smtp.on('end', () => setImmediate(() => reject(sessionError({ code: 'ECONNECTION' }))))
  })
  // After the login, the session listens to the socket for itself.
  lost.catch(() => {})
  return lost
}

/** A step of nodemailer's as a promise; rejects with a RelayError. */
async function finished (step: (done: (error?: ReportedError | null) => void) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => step(error => error ? reject(sessionError(error)) : resolve()))
}

/** Takes the socket away from nodemailer, which reads it no more and counts no time for it. */
function takeSocket (smtp: SMTPConnection): Socket {
  const socket = smtp._socket
  if (!socket) throw sessionError({ code: 'ECONNECTION' })
  socket.pause()
  socket.removeAllListeners('data')
  socket.removeAllListeners('timeout')
  return socket
}
