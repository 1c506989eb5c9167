import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server'
import { normaliseDomain } from '../../platform/mail/address.js'
import { MOST_BYTES, TooMany, type Arrived, type TakeIn } from './arrived.js'
import type { ListenTarget } from './listen-url.js'
import type { ListenerLimits } from './limits.js'
import { readBeginning } from './read-beginning.js'
import type { RefusalLog } from './refusal-log.js'
import type { Sessions } from './sessions.js'

interface Deps {
  takeIn: TakeIn
  sessions: Sessions
  notes: RefusalLog
  renewCertificate: () => void
  /** Ends a session with a 421. */
  sendAway: (id: string, words: string) => void
  /** A mail has its answer. */
  answered: (id: string) => void
}

interface Options { target: ListenTarget, domain: string, limits: ListenerLimits }

type Handlers = Required<Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo' | 'onData' | 'onClose'>>

/** A reply with its enhanced status code (RFC 3463) in its words. */
const reply = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

/** What the listener answers, as handlers of smtp-server. */
export function answers (deps: Deps, options: Options): Handlers {
  const { sessions, notes } = deps
  const { target, domain, limits } = options
  return {
    onConnect ({ id, remoteAddress }, done) {
      deps.renewCertificate()
      if (sessions.open(id, remoteAddress) !== null) return done()
      notes.refused('too-many-connections')
      done(reply(421, '4.7.0 too many connections from your network'))
    },

    onMailFrom (_, { id, secure }, done) {
      const session = sessions.get(id)
      if (session !== undefined) session.accepted = 0
      // Not at once: smtp-server would lose a mail that came in one piece with the one before.
      const refusal = secure || !target.tlsRequired
        ? null
        : reply(530, '5.7.0 must issue a STARTTLS command first')
      if (refusal !== null) notes.refused('no-tls')
      setImmediate(done, refusal)
    },

    onRcptTo ({ address }, { id }, done) {
      const session = sessions.get(id)
      if (localPart(address, domain) !== null) {
        if (session !== undefined) session.accepted++
        return done()
      }
      notes.refused('relaying')
      done(reply(550, '5.7.1 no mail is taken for this domain'))
      if (session !== undefined && ++session.refused >= limits.refusedRecipients) {
        deps.sendAway(id, '4.7.0 too many refused recipients')
      }
    },

    onData (stream, session, done) {
      const copies = sessions.get(session.id)?.accepted ?? 0
      void receive(deps, options, stream, session).then(error => {
        // LMTP (RFC 2033, 4.2): one reply for each RCPT that was accepted, also for a repeated one.
        if (target.protocol === 'lmtp') done(null, Array<Error | string>(copies).fill(error ?? TAKEN))
        else done(error, TAKEN)
        deps.answered(session.id)
      })
    },

    onClose: ({ id }) => sessions.close(id)
  }
}

const TAKEN = '2.0.0 taken'

/** Reads a mail and has it taken in. Resolves with what it is refused by, or null. */
async function receive (
  { takeIn, sessions, notes, sendAway }: Deps, { domain, limits }: Options,
  stream: SMTPServerDataStream, { id, envelope }: SMTPServerSession
): Promise<Error | null> {
  const { mailBytes } = limits
  const session = sessions.get(id)
  const to = envelope.rcptTo.map(({ address }) => onTheWire(address, domain))
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  try {
    const tooLong = (): void => sendAway(id, '5.3.4 this mail does not end')
    const beginning = await readBeginning(stream, { keep: MOST_BYTES, most: 2 * mailBytes, tooLong })
    if (beginning.size > mailBytes) {
      notes.refused('too-large')
      return reply(552, `5.3.4 a mail has ${mailBytes} bytes at most`)
    }
    if (session !== undefined) session.working = true
    await takeIn({ ...beginning, to, from, door: 'listener' } satisfies Arrived)
    return null
  } catch (error) {
    // The client went away before the end of its mail.
    if (session?.working !== true) return reply(451, '4.4.2 the mail is not whole')
    const tooMany = error instanceof TooMany
    notes.takingFailed(error)
    return reply(451, tooMany ? '4.3.2 too many mails now; try again' : '4.3.0 not possible now; try again')
  }
}

/** The local part of an address at our domain, or of a postmaster (RFC 5321, 4.5.1); else null. */
function localPart (address: string, domain: string): string | null {
  const at = address.lastIndexOf('@')
  if (at === -1) return address
  return normaliseDomain(address.slice(at + 1)) === domain ? address.slice(0, at) : null
}

/** smtp-server shows domains in Unicode; ours came in A-labels, as the tags have it. */
function onTheWire (address: string, domain: string): string {
  const local = localPart(address, domain)
  return local === null ? address : `${local}@${domain}`
}
