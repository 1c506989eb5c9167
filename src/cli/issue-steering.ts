import { Command } from 'commander'
import { cancel, pause, resume, retryFailed, type SteerParts } from '../delivery/steer.js'
import { readProgress } from '../delivery/progress.js'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/migrate.js'
import { describeResumed } from './describe-resumed.js'
import { say, withDatabase } from './parts.js'
import { describeProgress, watchIssue } from './watch-issue.js'

/** `issue status|pause|resume|cancel|retry-failed`: watches and steers an issue that is on its way. */
export function steeringCommands (): Command[] {
  return [
    new Command('status').description('show how far an issue has come').argument('<number>')
      .option('-w, --watch', 'follow it until it is finished or paused')
      .action(async (text: string, { watch = false }: { watch?: boolean }) => {
        await withIssue(text, async ({ pool }, number) => {
          const progress = watch ? await watchIssue(pool, number) : await readProgress(pool, number)
          say(...await describeProgress(pool, number, progress))
        })
      }),
    command('pause', 'stop sending for the time being', async (parts, number) => {
      return await pause(parts, number) ? 'Paused. "issue resume" goes on.' : null
    }),
    command('resume', 'go on with a paused issue', async (parts, number) => {
      const resumed = await resume(parts, number)
      return resumed === null ? null : describeResumed(resumed)
    }),
    command('cancel', 'stop sending for good', async (parts, number) => {
      return await cancel(parts, number) ? 'Cancelled. Whoever has not got it yet is skipped.' : null
    }),
    command('retry-failed', 'send a finished issue again to those whose mail failed', async (parts, number) => {
      const mails = await retryFailed(parts, number)
      return mails === null ? null : mails === 0 ? 'No mail failed of anyone who is still a reader.' : `${mails} mails are sent again.`
    })
  ]
}

type Act = (parts: SteerParts, number: number) => Promise<string | null>

function command (name: string, description: string, act: Act): Command {
  return new Command(name).description(description).argument('<number>').action(async (text: string) => {
    await withIssue(text, async (parts, number) => {
      const { state } = await readProgress(parts.pool, number)
      const said = await act(parts, number)
      if (said === null) throw new Error(`issue ${number} is ${state}: "issue ${name}" changes nothing`)
      say(said)
    })
  })
}

async function withIssue (text: string, act: (parts: SteerParts, number: number) => Promise<void>): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error('an issue is named by its number, such as 3')
  await withDatabase(async parts => {
    await checkSchema(parts)
    await act({ ...parts, clock: systemClock }, Number(text))
  })
}
