import type { Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Clock } from '../../platform/clock.js'
import { codeOf } from '../../platform/errors.js'
import type { Log } from '../../platform/log/log.js'
import type { TakeIn } from './arrived.js'
import { watchCertificate, type CertificateFiles } from './certificate.js'
import { listenAt } from './listen-at.js'
import type { ListenTarget } from './listen-url.js'
import { LIMITS, type ListenerLimits } from './limits.js'
import { answers } from './listener-answers.js'
import { refusalLog } from './refusal-log.js'
import { openSessions } from './sessions.js'

export interface ListenerDeps { log: Log, clock: Clock, takeIn: TakeIn }

export interface ListenerOptions {
  target: ListenTarget
  /** The only domain that mail is taken for. */
  domain: string
  certificate?: CertificateFiles | undefined
  /** For tests. */
  limits?: Partial<ListenerLimits>
}

export interface Listener {
  /** Where it listens: an address and a port, or the file of a socket. */
  address: { host: string, port: number } | { file: string }
  /**
   * Ends within three seconds. Mails that were received in full get their answer; all other
   * sessions are told to come again later.
   */
  stop: () => Promise<void>
}

/**
 * Takes mails to one domain by SMTP or LMTP, whatever their local parts, and hands them to
 * `takeIn`. A mail has its 250 only when `takeIn` has resolved. Nothing is relayed, nobody logs in,
 * and no mail is ever answered by another.
 */
export async function startListener (deps: ListenerDeps, options: ListenerOptions): Promise<Listener> {
  const { log } = deps
  const { target, certificate } = options
  const limits = { ...LIMITS, ...options.limits }
  const watch = certificate === undefined ? null : watchCertificate(certificate)
  const notes = refusalLog(deps)
  const sessions = openSessions({ ...limits, late: endLate })
  let stopping = false
  const server = new SMTPServer({
    ...commonOptions(options, limits),
    ...watch?.first,
    ...answers({ takeIn: deps.takeIn, notes, sessions, renewCertificate, sendAway, answered }, { ...options, limits })
  })
  const sockets = new Set<Socket>()
  server.server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('error', error => log.debug({ code: codeOf(error) }, 'a session of the listener was broken'))

  /** Ends a session with a 421. */
  function sendAway (id: string, words: string): void {
    for (const connection of server.connections) if (connection.id === id) connection.send(421, words)
  }

  function endLate (id: string): void {
    notes.refused('too-slow')
    sendAway(id, '4.4.2 no mail was handed over in time')
  }

  function answered (id: string): void {
    sessions.answered(id)
    if (stopping) sendAway(id, ENDING)
  }

  /** Read before each session: certificates live for weeks, and less and less. */
  function renewCertificate (): void {
    try {
      const renewed = watch?.renewed()
      if (renewed != null) server.updateSecureContext(renewed)
    } catch (error) {
      notes.certificateUnreadable(error)
    }
  }

  await listenAt(server.server, target.at)
  log.info({ event: 'bounce_listener_running', protocol: target.protocol }, 'bounces are taken')
  return {
    address: addressOf(server, target),
    async stop () {
      stopping = true
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      for (const { id } of [...server.connections]) {
        if (sessions.get(id)?.working !== true) sendAway(id, ENDING)
      }
      await Promise.race([closed, after(limits.stopMs, undefined, { ref: false })])
      for (const socket of sockets) socket.destroy()
      await closed
      notes.flush()
    }
  }
}

const ENDING = '4.3.2 the service ends; come again'

function commonOptions ({ target, domain, certificate }: ListenerOptions, limits: ListenerLimits): SMTPServerOptions {
  // The library would show a certificate of its own, whose key everybody has.
  const withoutTls = certificate === undefined ? ['STARTTLS'] : []
  return {
    name: domain,
    heloResponse: '%s',
    lmtp: target.protocol === 'lmtp',
    minVersion: 'TLSv1.2',
    logger: false,
    disabledCommands: ['AUTH', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL', ...withoutTls],
    disableReverseLookup: true,
    lenientAddressParsing: true,
    size: limits.mailBytes,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    maxCommandLength: 4096,
    socketTimeout: limits.idleMs,
    closeTimeout: limits.stopMs
  }
}

function addressOf ({ server }: SMTPServer, { at }: ListenTarget): Listener['address'] {
  const address = server.address()
  if ('file' in at) return at
  return { host: at.host, port: address === null || typeof address === 'string' ? at.port : address.port }
}
