import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log/log.js'
import { TooMany } from './arrived.js'
import { seldom } from './seldom.js'

export type Refusal = 'relaying' | 'too-large' | 'no-tls' | 'too-many-connections' | 'too-slow'
type PutOff = 'too-many' | 'failed'

/** What is logged of mails that are not taken: seldom, and nothing of what they say. */
export function refusalLog ({ log, clock }: { log: Log, clock: Clock }) {
  const refused = seldom<Refusal, null>(clock, (reason, count) =>
    log.info({ event: 'bounce_mails_refused', reason, count }, 'mails were refused at the listener'))
  const putOff = seldom<PutOff, unknown>(clock, (reason, count, err) =>
    log.warn({ event: 'bounce_mails_put_off', reason, count, err }, 'mails could not be taken in; they come again'))
  const certificate = seldom<'certificate', unknown>(clock, (_, __, err) =>
    log.error({ event: 'bounce_certificate_unreadable', err }, 'the new certificate of the listener cannot be used'))
  return {
    refused: (reason: Refusal) => refused.happened(reason, null),
    takingFailed: (error: unknown) => putOff.happened(error instanceof TooMany ? 'too-many' : 'failed', error),
    certificateUnreadable: (error: unknown) => certificate.happened('certificate', error),
    flush () {
      for (const each of [refused, putOff, certificate]) each.flush()
    }
  }
}

export type RefusalLog = ReturnType<typeof refusalLog>
