import type { Runnable } from '../platform/jobs/queue.js'
import { recoverWaits } from './confirmation-pace.js'
import { eraseUnconfirmed, forgetMailRequests } from './erase-unconfirmed.js'
import { subscriptionMail, type SubscriptionMailDeps } from './mail.js'
import { createRetries, WAITS_FOR_RELAY, type PutBackDeps } from './put-back.js'
import { reseal } from './reseal.js'

const MAILS_AT_ONCE = 5

/** The jobs around a reader's way in, and when they run by themselves. */
export function subscriptionJobs (deps: SubscriptionMailDeps & PutBackDeps & { mailsPerMinute: number }): Runnable {
  const retries = createRetries(deps)
  const mail = subscriptionMail(deps, retries)
  const told = new Set<string>()
  return {
    concurrency: MAILS_AT_ONCE,
    // However many they are, mails that wait for the relay cost nothing and are in nobody's way.
    heldBack: () => retries.outage.holds() ? [WAITS_FOR_RELAY] : null,
    jobs: {
      subscription_mail: mail,
      subscription_mail_again: mail,
      async erase_unconfirmed (_, { stopping }) {
        const erased = await eraseUnconfirmed({ ...deps, stopping })
        await forgetMailRequests({ ...deps, stopping })
        if (erased > 0) deps.log.info({ erased }, 'erased unconfirmed sign-ups')
      },
      async recover_waits () { await recoverWaits(deps) },
      async reseal (_, { stopping }) {
        const resealed = await reseal({ ...deps, stopping, told })
        if (resealed > 0) deps.log.info({ resealed }, 'sealed addresses with the primary key')
      }
    },
    timetable: [
      { task: 'erase_unconfirmed', match: '*/10 * * * *' },
      { task: 'recover_waits', match: '* * * * *' },
      { task: 'reseal', match: '* * * * *' }
    ]
  }
}
