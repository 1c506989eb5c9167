import type { Context } from '../platform/context.js'
import type { RoomJobs } from '../platform/jobs/job.js'
import type { Sender } from '../platform/mail/sender.js'
import type { House } from '../platform/newsletter/house.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import type { Relays } from '../platform/smtp/relays.js'
import type { FillTemplate } from '../platform/templates.js'
import type { WriteJournal } from '../platform/write-journal.js'
import { askImported } from './import/ask-imported.js'
import { recoverWaits } from './confirmation-pace.js'
import { consentTextRecorder, consentWording } from './consent.js'
import { noteDayEnds } from './counts.js'
import { SUBSCRIPTION_MAIL, SUBSCRIPTION_MAIL_AGAIN } from './job-names.js'
import { subscriptionMail } from './mail.js'
import { createRetries, WAITS_FOR_RELAY } from './put-back.js'
import { reseal } from './reseal.js'

/** Connections for confirmation mails. */
const CONNECTIONS = 3
const ASK_EVERY_MS = 5_000

export interface SubscriptionJobsDeps extends Context {
  relays: Relays
  fill: FillTemplate
  sender: Sender
  newsletter: Newsletter
  house: House
  writeJournal: WriteJournal
}

export interface SubscriptionJobsSettings {
  confirmTtlSeconds: number
  /** Whether it is to be provable later that a reader agreed. */
  consentProof: boolean
  mailsPerMinute: number
  /** How long a deferred mail waits before each next try. */
  retryAfterSeconds: readonly number[]
}

/** The jobs around a subscriber's way in. */
export function subscriptionJobs (deps: SubscriptionJobsDeps, settings: SubscriptionJobsSettings): RoomJobs {
  const { log } = deps
  const retries = createRetries({ ...deps, ...settings })
  const mail = subscriptionMail({ ...deps, ...settings, relay: deps.relays.open(CONNECTIONS) }, retries)
  const told = new Set<string>()
  const record = consentTextRecorder(deps)
  const consentTextId = async (): Promise<number> =>
    await record(consentWording((await deps.house.current()).publisher))
  return {
    timers: [{
      name: 'ask_imported',
      everyMs: ASK_EVERY_MS,
      // While the relay is away, they would only be in the way of those who sign up.
      async run () { if (!retries.outage.holds()) await askImported({ ...deps, ...settings, consentTextId }) }
    }],
    // However many they are, mails that wait for the relay cost nothing and are in nobody's way.
    heldBack: () => retries.outage.holds() ? [WAITS_FOR_RELAY] : [],
    jobs: {
      [SUBSCRIPTION_MAIL]: { lane: 'mail', run: mail },
      [SUBSCRIPTION_MAIL_AGAIN]: { lane: 'mail', run: mail },
      recover_waits: { lane: 'mail', cron: '* * * * *', run: async () => await recoverWaits({ ...deps, ...settings }) },
      note_day_ends: { lane: 'background', cron: '*/10 * * * *', run: async () => await noteDayEnds(deps) },
      reseal: {
        lane: 'background',
        cron: '* * * * *',
        async run (_, { stopping }) {
          const resealed = await reseal({ ...deps, stopping, told })
          if (resealed > 0) log.info({ event: 'addresses_resealed', resealed }, 'sealed addresses with the primary key')
        }
      }
    }
  }
}
