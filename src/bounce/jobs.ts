import type { RoomJobs } from '../platform/jobs/job.js'
import { countRefusals } from './act/count-refusals.js'
import { endBounced, type EndDeps } from './act/end-bounced.js'

const EVERY_MINUTE = '* * * * *'

/**
 * The job that counts what mailboxes answered while issues were sent, and erases readers whose time
 * has come: also those of an issue that was in doubt, and those that a crash has left.
 */
export function bounceJobs (deps: EndDeps): RoomJobs {
  return {
    jobs: {
      act_on_bounces: {
        lane: 'background',
        cron: EVERY_MINUTE,
        async run () {
          await countRefusals(deps)
          await endBounced(deps)
        }
      }
    }
  }
}
