import { Command } from 'commander'
import { believeHeld, forgiveHeld, readHeld } from '../../bounce/act/held.js'
import { witnessOf } from '../../editor/audit/audit.js'
import { COMMAND_LINE } from '../../editor/audit/line.js'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { askWhether } from '../ask.js'
import { existingKeys, say, withDatabase, withJournal, type CommandDeps } from '../command.js'

const witness = witnessOf({ clock: systemClock }, COMMAND_LINE)

/** `bounce believe|forgive`: what becomes of readers who wait for a decision. */
export function decisionCommands (): Command[] {
  return [
    new Command('believe').argument('<issue>').option('-y, --yes', 'do not ask')
      .description('erase the readers of an issue whose mailboxes are said to be gone')
      .action(async (text: string, { yes = false }: { yes?: boolean }) => {
        await withHeld(text, async (deps, { issue, readers }) => {
          if (!yes && !await askWhether(`Erase ${readers} readers? This cannot be undone.`)) {
            say('Nothing was erased.')
            process.exitCode = 1
            return
          }
          const keys = await existingKeys(deps.config)
          const erased = await withJournal(deps, async ({ write: writeJournal }) =>
            await believeHeld({ ...deps, keys, clock: systemClock, witness, writeJournal }, issue))
          say(`${erased} readers are erased.`)
        })
      }),
    new Command('forgive').argument('<issue>')
      .description('keep the readers of an issue whose mailboxes are said to be gone')
      .action(async (text: string) => {
        await withHeld(text, async (deps, { issue }) => {
          say(`${await forgiveHeld({ ...deps, witness }, issue)} readers are kept.`)
        })
      })
  ]
}

interface Waiting { issue: number, readers: number }

async function withHeld (text: string, act: (deps: CommandDeps, waiting: Waiting) => Promise<void>): Promise<void> {
  await withDatabase(async deps => {
    await checkSchema(deps)
    const found = (await readHeld(deps)).find(({ issueNumber }) => String(issueNumber) === text)
    if (found === undefined) throw new Error(`no readers of issue ${text} wait for a decision`)
    await act(deps, { issue: found.issueNumber, readers: found.readers })
  })
}
