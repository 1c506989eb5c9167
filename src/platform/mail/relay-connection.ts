import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { needsSmtpUtf8 } from '../address.js'
import type { RelayTarget } from './relay-url.js'
import type { StampedMail } from './stamp.js'

/** Where a mail was stopped: on the way to the relay, or at a step of RFC 5321; without a reply, because the connection broke. */
export type RelayStage = 'connection' | 'login' | 'sender' | 'recipient' | 'message'

/**
 * Why a mail was not taken. The relay's own words are left out on purpose: they quote the address,
 * and an error ends in logs and in the queue's tables.
 */
export class RelayError extends Error {
  /** The sender is at fault, whoever the recipient is: login, sender address, policy or reputation (RFC 3463, X.1.7, X.1.8, X.7.X). */
  get isAboutSender (): boolean {
    return this.stage === 'login' || this.stage === 'sender' || /^5\.(?:7\.|1\.[78]$)/.test(this.status ?? '')
  }

  constructor (
    readonly stage: RelayStage,
    /** Reply code (RFC 5321, 4.2), or null where there was no reply. */
    readonly reply: number | null,
    /** Enhanced status code (RFC 3463), or null where the reply has none. */
    readonly status: string | null,
    detail = ''
  ) {
    super(`the relay did not take the mail (${[stage, reply, status, detail].filter(Boolean).join(' ')})`)
  }
}

export interface Envelope {
  from: string
  to: string
  /** Asks for delivery status notifications (RFC 3461) of failures and delays under this id, where the relay offers them. */
  id?: string
}

/** One connection to the relay, ready for one mail after the other. */
export interface RelayConnection {
  /** Hands over one mail. Resolves when the relay has taken it; rejects with a RelayError. */
  send: (envelope: Envelope, mail: StampedMail) => Promise<void>
  /** False once the connection can carry no more mails. */
  usable: () => boolean
  close: () => void
}

const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 60_000

/** Connects, upgrades to TLS where the target asks for it, and logs in. Rejects with a RelayError. */
export async function connectToRelay (target: RelayTarget, name: string): Promise<RelayConnection> {
  const smtp = new SMTPConnection({
    name,
    host: target.host,
    port: target.port,
    secure: target.tls === 'implicit',
    requireTLS: target.tls === 'starttls',
    ignoreTLS: target.tls === 'none',
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: target.verifyCertificate }
  })
  let open = true
  const { step, breakOff } = createSteps()
  smtp.on('end', () => { open = false; breakOff() })
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', error => { open = false; reject(relayError(error)) })
    smtp.connect(error => error ? reject(relayError(error)) : resolve())
  })
  // A connection that breaks while it is idle is simply not used again.
  smtp.on('error', () => { open = false; breakOff() })
  const extensions = String(smtp.lastServerResponse).toUpperCase()
  const { auth } = target
  if (auth !== null) {
    await step(done => smtp.login({ credentials: auth }, done)).catch(error => { smtp.close(); throw error })
  }
  return {
    usable: () => open,
    close: () => { open ? smtp.quit() : smtp.close() },
    async send (envelope, mail) {
      if (needsSmtpUtf8(envelope.to) && !extensions.includes('SMTPUTF8')) throw new RelayError('recipient', 553, '5.6.7')
      // Valid within quotes, but no SMTP library sends it: it could end the command.
      if (/[<>]/.test(envelope.to)) throw new RelayError('recipient', 553, null)
      try {
        const { id, ...addresses } = envelope
        const dsn = id === undefined ? {} : { dsn: { ret: 'HDRS', envid: id, notify: ['FAILURE', 'DELAY'] } }
        await step(done => smtp.send({ ...addresses, ...dsn, size: mail.size }, messageOf(mail, smtp), done))
      } catch (error) {
        const { stage, reply, status } = error as RelayError
        // After a refused message we cannot be sure that both sides are at the same step.
        const goesOn = open && stage === 'recipient' && reply !== null && reply !== 421
        if (goesOn) await step(done => smtp.reset(done)).catch(() => { open = false })
        else { open = false; smtp.close() }
        // Once a mail is under way, a connection that breaks says something of this mail alone.
        throw stage === 'connection' ? new RelayError('message', reply, status, 'broken off') : error
      }
    }
  }
}

const LINE_END = Buffer.from('\r\n')

/**
 * A mail in the form that nodemailer sends. It looks at each byte for dots to escape, which costs as
 * much as all else it does for a mail, and a stamped mail has none. So when it comes for the
 * message, all but the last line's end goes to its socket at once, and nodemailer sees to the end
 * of the message only. It comes when the relay has answered DATA with 354; should it ever come
 * earlier, it is given everything.
 */
function messageOf ({ pieces }: StampedMail, smtp: SMTPConnection): Readable {
  return new Readable({
    read () {
      const socket = smtp._socket
      const last = pieces.at(-1)
      if (socket instanceof Socket && last?.subarray(-2).equals(LINE_END) === true && String(smtp.lastServerResponse).startsWith('354')) {
        socket.cork()
        for (const piece of pieces) socket.write(piece === last ? piece.subarray(0, -2) : piece)
        // What nodemailer adds to it in this turn leaves in the same packet.
        setImmediate(() => socket.uncork())
        this.push(LINE_END)
      } else for (const piece of pieces) this.push(piece)
      this.push(null)
    }
  })
}

type Step = (run: (done: (error?: Error | null) => void) => void) => Promise<void>

/** Steps of a session as promises. One that the library never calls back, because the relay has gone, is broken off. */
function createSteps (): { step: Step, breakOff: () => void } {
  const underWay = new Set<(error: RelayError) => void>()
  return {
    step: async run => {
      let fail: ((error: RelayError) => void) | undefined
      await new Promise<void>((resolve, reject) => {
        fail = reject
        underWay.add(reject)
        run(error => error ? reject(relayError(error)) : resolve())
      }).finally(() => underWay.delete(fail as never))
    },
    // The library's own word for what happened, if it has one, comes before this.
    breakOff: () => setImmediate(() => {
      for (const fail of underWay) fail(new RelayError('connection', null, null, 'closed'))
    })
  }
}

interface SmtpFault { code?: string, command?: string, response?: string, responseCode?: number }

function relayError (error: Error): RelayError {
  const { code, command, response, responseCode } = error as Error & SmtpFault
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? null
  return new RelayError(stageOf(code, command), responseCode ?? null, status, responseCode === undefined ? code : '')
}

function stageOf (code: string | undefined, command: string | undefined): RelayStage {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login'
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'recipient'
  if (code === 'EENVELOPE' && command === 'API') return 'recipient'
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'DATA') ? 'message' : 'connection'
}
