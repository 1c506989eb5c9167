import type { Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { createSmtpSession } from './smtp-session.js'
import { RelayError } from './relay-error.js'
import { connectionFault, type ConnectionError } from './relay-fault.js'
import type { RelayTarget } from './relay-url.js'
import type { StampedMail } from '../mail/stamp.js'
import { sendMail, readExtensions, reset, type Envelope } from './smtp-transaction.js'

/** One connection to the relay, ready for one mail after the other. */
export interface RelayConnection {
  /** Hands over one mail. Resolves when the relay has taken it; rejects with a RelayError. */
  send: (envelope: Envelope, mail: StampedMail) => Promise<void>
  /** False once the connection can carry no more mails. */
  usable: () => boolean
  close: () => void
}

export interface ClientOptions {
  /** How we introduce ourselves. */
  name: string
  /** How long the relay's answer to a mail may take; what comes before has a minute at most. */
  timeoutMs: number
}

const CONNECT_TIMEOUT_MS = 10_000
const COMMAND_TIMEOUT_MS = 60_000

/**
 * Connects, upgrades to TLS where the target asks for it, and logs in. Rejects with a RelayError. When `signal`
 * is aborted, the connection breaks off whatever it is at.
 *
 * So far goes nodemailer. It hands over mails as well, but looks at each byte of them for dots to
 * double and never pipelines; what is said after the login is ours (`transaction.ts`), on the
 * socket that it makes public.
 */
export async function connectToRelay (target: RelayTarget, { name, timeoutMs }: ClientOptions, signal?: AbortSignal): Promise<RelayConnection> {
  const timeouts = { command: Math.min(timeoutMs, COMMAND_TIMEOUT_MS), mail: timeoutMs }
  const smtp = new SMTPConnection({
    name,
    host: target.host,
    port: target.port,
    secure: target.tls === 'implicit',
    requireTLS: target.tls === 'starttls',
    ignoreTLS: target.tls === 'none',
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: timeouts.command,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: target.verifyCertificate }
  })
  let open = true
  const lost = new Promise<never>((_resolve, reject) => {
    smtp.on('error', error => { open = false; reject(relayError(error)) })
    // Its own word for what happened, if it has one, comes before this.
    smtp.on('end', () => { open = false; setImmediate(() => reject(new RelayError('connection', null, null, 'closed'))) })
  })
  const abort = (): void => { smtp.close() }
  signal?.addEventListener('abort', abort, { once: true })
  lost.catch(() => signal?.removeEventListener('abort', abort))
  const step = async (run: (done: (error?: Error | null) => void) => void): Promise<void> => await Promise.race([lost,
    new Promise<void>((resolve, reject) => run(error => error ? reject(relayError(error)) : resolve()))])

  await step(done => smtp.connect(done))
  const offers = readExtensions(String(smtp.lastServerResponse))
  const { auth } = target
  if (auth !== null) await step(done => smtp.login({ credentials: auth }, done)).catch(error => { smtp.close(); throw error })

  const socket = smtp._socket as Socket
  socket.removeAllListeners('data')
  const session = createSmtpSession(socket)
  lost.catch(() => session.fail(new Error('closed')))

  return {
    usable: () => open && socket.writable && session.isIdle(),
    close () {
      if (open) session.write(['QUIT\r\n'])
      smtp.close()
    },
    async send (envelope, mail) {
      try {
        await sendMail(session, offers, envelope, mail, timeouts)
      } catch (error) {
        // Only after a refused recipient can we be sure that both sides are at the same step.
        const goesOn = open && error instanceof RelayError && error.stage === 'recipient' && error.reply !== 421
        if (goesOn) await reset(session).catch(() => { open = false })
        else { open = false; smtp.close() }
        // Once a mail is under way, a connection that breaks says something of this mail alone.
        throw error instanceof RelayError ? error : new RelayError('message', null, null, 'broken off')
      }
    }
  }
}

function relayError (error: Error & ConnectionError & { response?: string }): RelayError {
  const { code, response, responseCode } = error
  const login = code === 'EAUTH' || code === 'ENOAUTH'
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? null
  const fault = login ? (responseCode !== undefined && responseCode < 500 ? 'not-now' : 'login-refused') : connectionFault(error)
  return new RelayError(login ? 'login' : 'connection', responseCode ?? null, status, fault, false, fault)
}
