import type { Context } from '../platform/context.js'
import { remindApprovers } from './approval/submit.js'
import type { Tell } from './approval/deps.js'
import type { RoomJobs } from '../platform/jobs/job.js'
import type { Witness } from '../platform/witness.js'
import { eraseDeletedDrafts } from './draft/delete-draft.js'
import { forgetTraces } from './draft/forget-traces.js'
import { eraseUnnamedFiles } from './file/erase-unnamed-files.js'

export interface IssueJobsDeps extends Pick<Context, 'pool' | 'clock' | 'log'> { witness: Witness, tell: Tell }

/** What is erased of drafts when its time is over, and whom a draft waits for. */
export function issueJobs (deps: IssueJobsDeps): RoomJobs {
  return {
    jobs: {
      erase_deleted_drafts: {
        lane: 'background',
        cron: '*/10 * * * *',
        async run (_, { stopping }) {
          const erased = await eraseDeletedDrafts({ ...deps, stopping })
          if (erased > 0) deps.log.info({ event: 'drafts_erased', erased }, 'erased drafts that were deleted long ago')
          await forgetTraces(deps)
        }
      },
      remind_approvers: {
        lane: 'background',
        cron: '*/10 * * * *',
        async run () {
          const reminded = await remindApprovers(deps)
          if (reminded === 0) return
          deps.log.info({ event: 'approvers_reminded', reminded }, 'reminded who was asked to approve')
        }
      },
      erase_unnamed_files: {
        lane: 'background',
        cron: '23 2 * * *',
        async run () {
          const erased = await eraseUnnamedFiles(deps)
          if (erased > 0) deps.log.info({ event: 'files_erased', erased }, 'erased files that nothing names')
        }
      }
    }
  }
}
