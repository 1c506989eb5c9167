import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { readRelayUrl, type RelayTarget } from '../../src/platform/smtp/relay-url.js'
import { portOf } from '../../src/platform/free-port.js'
import { withResolvers } from '../../src/platform/with-resolvers.js'
import type { Test } from './test.js'

/**
 * What the relay answers instead of 250: a reply code and text, such as `[550, '5.1.1 unknown']`.
 */
export type Refusal = readonly [code: number, text: string] | null

export interface RelayRules {
  sender?: (address: string) => Refusal
  recipient?: (address: string) => Refusal
  message?: (address: string) => Refusal
}

export interface TestRelay {
  target: RelayTarget
  /** Everything it has taken: envelope and message. */
  taken: Array<{ from: string, to: string, message: Buffer }>
  /** Sessions that are open now. */
  sessions: () => number
  /** Most sessions that were open at once. */
  mostSessions: () => number
  /** Shows another certificate from now on. */
  secure: (certificate: { key: string, cert: string }) => void
  stop: () => Promise<void>
}

/** A real SMTP server that keeps what it takes and refuses what the rules say. */
export async function testRelay (
  t: Test, rules: RelayRules = {}, options: SMTPServerOptions & { port?: number } = {}
): Promise<TestRelay> {
  const taken: TestRelay['taken'] = []
  let sessions = 0
  let most = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect (_, done) { most = Math.max(most, ++sessions); done() },
    onClose () { sessions-- },
    onMailFrom ({ address }, _, done) { done(refuse(rules.sender?.(address))) },
    onRcptTo ({ address }, _, done) { done(refuse(rules.recipient?.(address))) },
    onData (stream, { envelope }, done) {
      buffer(stream).then(message => {
        const to = envelope.rcptTo[0]?.address as string
        const refusal = refuse(rules.message?.(to))
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        if (refusal === null) taken.push({ from, to, message })
        done(refusal)
      }, done)
    },
    ...options
  })
  server.on('error', () => {})
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  const port = portOf(server.server)
  let stopped: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    stopped ??= new Promise<void>(resolve => server.close(() => resolve()))
    await stopped
  }
  t.after(stop)
  return {
    target: readRelayUrl(`smtp://127.0.0.1:${port}`),
    taken,
    sessions: () => sessions,
    mostSessions: () => most,
    secure: certificate => server.updateSecureContext(certificate),
    stop
  }
}

function refuse (refusal: Refusal | undefined): Error | null {
  return refusal == null ? null : Object.assign(new Error(refusal[1]), { responseCode: refusal[0] })
}

/** A relay that answers for no recipient before it is let on. */
export async function heldRelay (t: Test): Promise<TestRelay & { letOn: () => void }> {
  const { promise, resolve } = withResolvers<undefined>()
  const letOn = (): void => { resolve(undefined) }
  t.after(letOn)
  const relay = await testRelay(t, {}, {
    onRcptTo (_, __, done) { void promise.then(() => { done() }) }
  })
  return { ...relay, letOn }
}
