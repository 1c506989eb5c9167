import type { Test } from 'tap'
import type { Arrived } from '../../../src/bounce/receive/arrived.js'
import { startMailboxReader, type MailboxState } from '../../../src/bounce/receive/mailbox-reader.js'
import { readMailboxUrl } from '../../../src/bounce/receive/mailbox-url.js'
import { withResolvers } from '../../../src/platform/with-resolvers.js'
import { travelClock } from '../../support/clock.js'
import { testImapServer, type TestImapServer } from '../../support/imap-server.js'
import { testLog } from '../../support/log.js'
import { until } from '../../support/service.js'

interface Options {
  server?: TestImapServer
  url?: (port: number) => string
  takeIn?: (mail: Arrived) => Promise<void>
}

/** A reader whose waits end when the test says so. */
export async function reading (
  t: Test, { server, takeIn, url = port => `imap://u:geheim@127.0.0.1:${port}` }: Options = {}
) {
  const imap = server ?? await testImapServer(t)
  const { log, lines } = testLog(t)
  const clock = travelClock()
  const states: MailboxState[] = []
  const taken: string[] = []
  const mails: Arrived[] = []
  const waits: number[] = []
  let wake = (): void => {}
  const start = () => startMailboxReader({
    log,
    clock,
    note: async state => { states.push(state) },
    async takeIn (mail) {
      await takeIn?.(mail)
      mails.push(mail)
      taken.push(mail.raw.toString('latin1', 0, 20))
    },
    async sleep (ms, signal) {
      waits.push(ms)
      const { promise, resolve } = withResolvers()
      wake = resolve
      signal.addEventListener('abort', () => resolve())
      await promise
    }
  }, readMailboxUrl(url(imap.port)))
  const reader = start()
  t.after(reader.stop)
  return {
    ...imap,
    taken,
    mails,
    states,
    waits,
    clock,
    reader,
    lines,
    events: () => lines().map(line => JSON.parse(line) as { event?: string, level: string, reason?: string })
      .filter(({ event }) => event !== undefined),
    /** Lets the time of the reader's wait pass. */
    async go () {
      clock.travel({ minutes: waits.at(-1) as number / 60_000 })
      wake()
    },
    /** Waits until the reader has noted how the mailbox stands so many times. */
    noted: async (times: number) => await until(() => states.length >= times && waits.length >= times)
  }
}
