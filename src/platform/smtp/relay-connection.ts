import { openSession } from './open-session.js'
import { RelayError } from './relay-error.js'
import type { RelayTarget } from './relay-url.js'
import { createSmtpSession } from './smtp-session.js'
import { reset, sendMail, type Envelope } from './smtp-transaction.js'
import type { StampedMail } from '../mail/stamp.js'

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
  /**
   * How long the relay's answer to a mail may take, in milliseconds; every other answer has a
   * minute at most.
   */
  timeoutMs: number
}

const COMMAND_TIMEOUT_MS = 60_000

/**
 * Opens a session with the relay, for one mail at a time. Rejects with a RelayError. When `signal`
 * is aborted, the connection breaks off whatever it is doing.
 *
 * nodemailer opens the session; the transactions are ours. Its `send` pipelines as well, but takes
 * 2.3 times the processor time for a mail (`npm run bench -- smtp`): it searches each byte for dots
 * to escape, which a stamped mail does not have.
 */
export async function connectToRelay (
  target: RelayTarget, { name, timeoutMs }: ClientOptions, signal?: AbortSignal
): Promise<RelayConnection> {
  const timeouts = { command: Math.min(timeoutMs, COMMAND_TIMEOUT_MS), mail: timeoutMs }
  const { socket, extensions } = await openSession(target, { name, timeoutMs: timeouts.command }, signal)
  const session = createSmtpSession(socket)
  session.setTimeout(timeouts.command)
  const abort = (): void => session.fail(new Error('aborted'))
  if (signal?.aborted === true) abort()
  signal?.addEventListener('abort', abort, { once: true })
  socket.once('close', () => signal?.removeEventListener('abort', abort))

  return {
    usable: session.isIdle,
    close () {
      if (session.isIdle()) session.write(['QUIT\r\n'])
      session.close()
    },
    async send (envelope, mail) {
      try {
        await sendMail(session, extensions, envelope, mail, timeouts)
      } catch (error) {
        if (isInStep(error)) await reset(session).catch(session.close)
        else session.close()
        // Once a mail is under way, a connection that breaks says something of this mail alone.
        throw error instanceof RelayError ? error : new RelayError('message', null, null, 'broken off')
      }
    }
  }
}

/** Only after a refused recipient can we be sure that both sides expect the same command next. */
function isInStep (error: unknown): boolean {
  return error instanceof RelayError && error.stage === 'recipient' && error.reply !== 421
}
