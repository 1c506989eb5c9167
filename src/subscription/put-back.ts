import type { Pool } from 'pg'
import type { Log } from '../platform/log/log.js'
import { judge, type Verdict } from '../platform/smtp/judge.js'
import type { RelayError } from '../platform/smtp/relay-error.js'
import { mailKey, SUBSCRIPTION_MAIL_AGAIN, type MailSubject } from './job-names.js'
import { createOutage, type Outage } from './outage.js'
import { putBackMail } from './subscription.queries.js'

/** Jobs with this flag wait for the relay. */
export const WAITS_FOR_RELAY = 'waits_for_relay'

/**
 * While no relay can be reached: the pause before a mail comes again, and the time until one of
 * them asks.
 */
const RELAY_PAUSE_SECONDS = 10
const HOLD_MS = 5_000
/** A relay that refuses our login or sender is asked less often: it might lock us out. */
const REFUSED_PAUSE_SECONDS = 60
const REFUSED_HOLD_MS = 60_000
/** Someone waits for this mail, so the first try after a deferral comes soon. */
const FIRST_RETRY_SECONDS = 10
/**
 * So many mailboxes in a row that refuse for a fault of ours are worth a line. It is not an alarm:
 * strangers choose the mailboxes.
 */
const SUSPICIOUS = 20

export interface PutBackDeps {
  pool: Pool
  log: Log
  /**
   * How long a deferred mail waits before each next try, in seconds. The last repeats as long as
   * the link is valid.
   */
  retryAfterSeconds: readonly number[]
}

/** A mail that was not taken. */
export interface Undelivered {
  subscriberId: string
  about: MailSubject
  /** How often its mailbox has deferred it. */
  attempt: number
  /** How long its link is valid; null for a link that never expires. */
  secondsLeft: number | null
}

export interface Retries {
  outage: Outage
  /** A mail was taken. */
  taken: () => void
  /** Decides by the relay's answer whether and when a mail is tried again. */
  refused: (mail: Undelivered, error: RelayError) => Promise<void>
  /** Puts a mail back that may not ask the relay now. */
  wait: (mail: Undelivered) => Promise<void>
}

/**
 * What becomes of a mail that the relay did not take. While no relay can be used, it comes again
 * after a constant short pause and uses nothing up; the queue's own back-off would make readers
 * wait longer than the outage was.
 */
export function createRetries (deps: PutBackDeps): Retries {
  const { log } = deps
  const outage = createOutage()
  let suspicious = 0

  function answered (): void {
    if (outage.end()) log.info({ event: 'confirmations_go_on' }, 'mails that answer sign-ups leave again')
  }

  function hold (holdMs: number, reason: string): void {
    if (outage.begin(holdMs)) log.warn({ event: 'confirmations_wait', reason }, 'mails that answer sign-ups wait')
  }

  return {
    outage,
    taken () {
      answered()
      suspicious = 0
    },
    async refused (mail, error) {
      const verdict = judge(error)
      switch (verdict.kind) {
        case 'unreachable':
          hold(HOLD_MS, error.fault ?? 'unreachable')
          return await putBack(deps, mail, RELAY_PAUSE_SECONDS)
        case 'sender-at-fault':
          hold(REFUSED_HOLD_MS, verdict.fault)
          return await putBack(deps, mail, REFUSED_PAUSE_SECONDS)
        case 'failed':
          answered()
          suspicious = verdict.suspicion === null ? 0 : suspicious + 1
          return logFailure(log, verdict, suspicious)
        case 'deferred':
          if (error.reply !== null) answered()
          return await defer(deps, mail, verdict.status)
      }
    },
    wait: async mail => await putBack(deps, mail, RELAY_PAUSE_SECONDS)
  }
}

/** Puts a mail back that waits for the relay. */
async function putBack ({ pool }: PutBackDeps, mail: Undelivered, afterSeconds: number): Promise<void> {
  await putBackMail.run({ ...jobOf(mail), attempt: mail.attempt, afterSeconds, flag: WAITS_FOR_RELAY }, pool)
}

function jobOf ({ subscriberId, about }: Undelivered): { again: string, id: string, about: string, key: string } {
  return { again: SUBSCRIPTION_MAIL_AGAIN, id: subscriberId, about, key: mailKey(about) + subscriberId }
}

/**
 * Puts a mail back that its mailbox has deferred, unless its link would be over by the next try.
 */
async function defer ({ pool, log, retryAfterSeconds }: PutBackDeps, mail: Undelivered, status: string): Promise<void> {
  const { attempt, secondsLeft } = mail
  const schedule = [FIRST_RETRY_SECONDS, ...retryAfterSeconds]
  const afterSeconds = schedule[attempt] ?? (secondsLeft === null ? undefined : schedule.at(-1))
  const line = { event: 'confirmation_deferred', status } as const
  if (afterSeconds === undefined || (secondsLeft !== null && afterSeconds >= secondsLeft)) {
    log.info({ ...line, afterSeconds: null }, 'a confirmation mail was deferred to the end')
    return
  }
  log.info({ ...line, afterSeconds }, 'a confirmation mail is deferred')
  await putBackMail.run({ ...jobOf(mail), attempt: attempt + 1, afterSeconds, flag: null }, pool)
}

function logFailure (log: Log, { status, suspicion }: Extract<Verdict, { kind: 'failed' }>, suspicious: number): void {
  if (suspicious === SUSPICIOUS) {
    log.warn({ event: 'confirmations_refused', reason: suspicion, status },
      'relay refuses confirmation mails: check sender, login and reputation')
  }
  log.info({ event: 'confirmation_failed', status }, 'a mailbox refused the confirmation mail')
}
