import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log/log.js'
import { MAILBOX_FAULTS, needsAction, type MailboxFault } from './mailbox-fault.js'
import type { MailboxTarget } from './mailbox-url.js'

/** Logs once when a mailbox cannot be read, and once when it can be read again. */
export interface MailboxWatch {
  failed: (fault: MailboxFault) => void
  reached: () => void
}

/** A mailbox that is away for so long will not return without help. */
const ESCALATE_MS = 5 * 60_000

/**
 * A fault that needs somebody to act is logged as an error at once. Connections are closed now and
 * then: only the second failure in a row is logged, as a warning, and as an error when it lasts
 * five minutes.
 */
export function watchMailbox (
  { log, clock }: { log: Log, clock: Clock }, { server: { host, port } }: MailboxTarget
): MailboxWatch {
  const mailbox = `${host.includes(':') ? `[${host}]` : host}:${port}`
  let trouble: { fault: MailboxFault, since: number, times: number, logged: 'no' | 'warn' | 'error' } | null = null
  let connected = false

  return {
    failed (fault) {
      const at = clock.now().getTime()
      const before = trouble?.fault === fault ? trouble : null
      const since = trouble?.since ?? at
      const times = (trouble?.times ?? 0) + 1
      const line = { event: 'bounce_mailbox_unreachable', mailbox, reason: fault } as const
      const seconds = Math.round((at - since) / 1000)
      let logged = before?.logged ?? 'no'
      const words = `bounces wait in their mailbox: ${MAILBOX_FAULTS[fault]}`
      if (logged !== 'error' && (needsAction(fault) || at - since >= ESCALATE_MS)) {
        log.error({ ...line, ...needsAction(fault) ? {} : { seconds } }, words)
        logged = 'error'
      } else if (logged === 'no' && times > 1) {
        log.warn(line, words)
        logged = 'warn'
      }
      trouble = { fault, since, times, logged }
    },
    reached () {
      if (!connected) log.info({ event: 'bounce_mailbox_connected', mailbox }, 'the mailbox of bounces is read')
      connected = true
      if (trouble !== null && trouble.logged !== 'no') {
        const seconds = Math.round((clock.now().getTime() - trouble.since) / 1000)
        log.info({ event: 'bounce_mailbox_back', mailbox, reason: trouble.fault, seconds }, 'the mailbox is read again')
      }
      trouble = null
    }
  }
}
