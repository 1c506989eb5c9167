import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { parseAddress } from '../../platform/mail/address.js'
import type { Clock } from '../../platform/clock.js'
import { readRelayUrl, type RelayTarget } from '../../platform/smtp/relay-url.js'
import { listenOnFreePort } from '../../platform/free-port.js'

/** A mail as it came over SMTP. */
export interface CaughtMail { id: number, from: string, to: string, at: Date, raw: Buffer }

/** A real SMTP server on loopback that keeps every mail instead of passing it on. */
export interface MailCatcher {
  /** How to reach it. */
  target: RelayTarget
  /** The mails that it has taken, oldest first. Only the last 1,000 are kept, in memory. */
  mails: () => readonly CaughtMail[]
  stop: () => Promise<void>
}

const KEPT = 1_000
/** How long it waits for open connections when it stops. No mail that matters is lost. */
const CLOSE_MS = 500

/** Starts the mail catcher on a free port of 127.0.0.1. */
export async function startMailCatcher ({ clock }: { clock: Clock }): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 10_000_000,
    closeTimeout: CLOSE_MS,
    onData (stream, { envelope }, done) {
      buffer(stream).then(raw => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        for (const { address } of envelope.rcptTo) {
          mails.push({ id: ++count, from, to: onTheWire(address), at: clock.now(), raw })
        }
        mails.splice(0, mails.length - KEPT)
        done()
      }, done)
    }
  })
  server.on('error', () => {})
  const port = await listenOnFreePort(server.server)
  return {
    target: readRelayUrl(`smtp://127.0.0.1:${port}`),
    mails: () => mails,
    stop: async () => await new Promise<void>(resolve => server.close(() => resolve()))
  }
}

/** smtp-server shows domains in Unicode; on the wire they came in A-labels. */
function onTheWire (address: string): string {
  const parsed = parseAddress(address)
  return parsed.ok ? parsed.value.address : address
}
