import type { Context } from '../platform/context.js'
import { remindApprovers } from './approval/submit.js'
import type { Tell } from './approval/deps.js'
import type { RoomJobs } from '../platform/jobs/job.js'

export interface IssueJobsDeps extends Pick<Context, 'pool' | 'clock' | 'log'> { tell: Tell }

/** Whom a draft waits for. */
export function issueJobs (deps: IssueJobsDeps): RoomJobs {
  return {
    jobs: {
      remind_approvers: {
        lane: 'background',
        cron: '*/10 * * * *',
        async run () {
          const reminded = await remindApprovers(deps)
          if (reminded === 0) return
          deps.log.info({ event: 'approvers_reminded', reminded }, 'reminded who was asked to approve')
        }
      }
    }
  }
}
