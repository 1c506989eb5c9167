import type { NetConnectOpts } from 'node:net'
import type { Test } from 'tap'
import type { Arrived, TakeIn } from '../../../src/bounce/receive/arrived.js'
import { startListener, type Listener, type ListenerOptions } from '../../../src/bounce/receive/listener.js'
import { readListenUrl } from '../../../src/bounce/receive/listen-url.js'
import { withResolvers } from '../../../src/platform/with-resolvers.js'
import { travelClock, type TravelClock } from '../../support/clock.js'
import { testLog } from '../../support/log.js'
import { smtpClient, type SmtpClient } from '../../support/smtp-client.js'

export const DOMAIN = 'bounce.hessen.example'

export interface Listening {
  listener: Listener
  taken: Arrived[]
  clock: TravelClock
  lines: () => string[]
  /** Lines of the log that have an event, without time and level. */
  events: () => unknown[]
  /** A client that has read the greeting. */
  client: () => Promise<SmtpClient>
  /** A client that has also introduced itself. */
  greeted: () => Promise<SmtpClient>
  to: NetConnectOpts
}

type Options = Partial<Omit<ListenerOptions, 'target'>> & { url?: string, takeIn?: TakeIn }

/** A listener at a free port, or at the place that `url` names. */
export async function listening (
  t: Test, { url = 'smtp://127.0.0.1:1', takeIn, ...options }: Options = {}
): Promise<Listening> {
  const { log, lines } = testLog(t)
  const clock = travelClock()
  const taken: Arrived[] = []
  const target = readListenUrl(url)
  if ('port' in target.at) target.at.port = 0
  const listener = await startListener({
    log,
    clock,
    async takeIn (mail) {
      await takeIn?.(mail)
      taken.push(mail)
    }
  }, { target, domain: DOMAIN, ...options })
  t.after(listener.stop)
  const to = 'file' in listener.address ? { path: listener.address.file } : listener.address
  const client = async (): Promise<SmtpClient> => {
    const client = await smtpClient(t, to)
    await client.reply()
    return client
  }
  return {
    listener,
    taken,
    clock,
    lines,
    events: () => lines().map(line => JSON.parse(line) as { event?: string })
      .filter(({ event }) => event !== undefined),
    client,
    async greeted () {
      const greeted = await client()
      await greeted.say(`${target.protocol === 'lmtp' ? 'LHLO' : 'EHLO'} mx.beispiel.example`)
      return greeted
    },
    to
  }
}

/** Hands over everything up to the text of a mail. */
export async function toData (client: SmtpClient, ...to: string[]): Promise<string> {
  await client.say('MAIL FROM:<>')
  for (const each of to.length === 0 ? [`b-abc@${DOMAIN}`] : to) await client.say(`RCPT TO:<${each}>`)
  return await client.say('DATA')
}

/** A takeIn that does not resolve before it is let on. */
export function heldTakeIn (): { takeIn: TakeIn, begun: Promise<void>, letOn: () => void } {
  const begun = withResolvers()
  const held = withResolvers()
  return {
    takeIn: async () => {
      begun.resolve()
      await held.promise
    },
    begun: begun.promise,
    letOn: () => held.resolve()
  }
}
