import { Command } from 'commander'
import { cancel, pause, resume, retryFailed, type ControlDeps } from '../delivery/control.js'
import { readProgress } from '../delivery/progress.js'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/database/migrate.js'
import { describeResumed } from './describe-resumed.js'
import { say, withDatabase } from './command.js'
import { describeDeliveries, watchIssue } from './watch-issue.js'

/**
 * `issue status|pause|resume|cancel|retry-failed`: watch and control an issue that is being sent.
 */
export function controlCommands (): Command[] {
  return [
    new Command('status').description('show how far an issue has come').argument('<number>')
      .option('-w, --watch', 'follow it until it is finished or paused')
      .action(async (text: string, { watch = false }: { watch?: boolean }) => {
        await withIssue(text, async ({ pool }, number) => {
          if (watch) await watchIssue(pool, number)
          say(...await describeDeliveries(pool, number))
        })
      }),
    command('pause', 'stop sending for the time being', async (deps, number) => {
      return await pause(deps, number) ? 'Paused. "issue resume" goes on.' : null
    }),
    command('resume', 'go on with a paused issue', async (deps, number) => {
      const resumed = await resume(deps, number)
      return resumed === null ? null : describeResumed(resumed)
    }),
    command('cancel', 'stop sending for good', async (deps, number) => {
      return await cancel(deps, number) ? 'Cancelled. Readers who have not got it yet are skipped.' : null
    }),
    command('retry-failed', 'send a finished issue again to those whose mail failed', async (deps, number) => {
      const mails = await retryFailed(deps, number)
      if (mails === 0) return 'None of the failed recipients is still subscribed.'
      return mails === null ? null : `${mails} mails are sent again.`
    })
  ]
}

type Act = (deps: ControlDeps, number: number) => Promise<string | null>

function command (name: string, description: string, act: Act): Command {
  return new Command(name).description(description).argument('<number>').action(async (text: string) => {
    await withIssue(text, async (deps, number) => {
      const { state } = await readProgress(deps, number)
      const said = await act(deps, number)
      if (said === null) throw new Error(`issue ${number} is ${state}: "issue ${name}" changes nothing`)
      say(said)
    })
  })
}

async function withIssue (text: string, act: (deps: ControlDeps, number: number) => Promise<void>): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error('an issue is named by its number, such as 3')
  await withDatabase(async deps => {
    await checkSchema(deps)
    await act({ ...deps, clock: systemClock, witness: witnessOf({ clock: systemClock }, COMMAND_LINE) }, Number(text))
  })
}
