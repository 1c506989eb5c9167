import { Command } from 'commander'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { replay, type Replayed } from '../../privacy/journal/replay.js'
import { say, withDatabase, withJournal } from '../command.js'

const HELP = `
Every mailer does the same when it starts. Run it after a restore, before "work", to see what was lost.
With --accept-loss it goes on although the journal is missing or damaged, or the backup is older than the
journal: readers who left may come back, and mails may be sent twice.`

interface Options { json?: boolean, acceptLoss?: boolean }

/** `privacy replay`: holds the database against the journal, as each mailer does when it starts. */
export function replayCommand (): Command {
  return new Command('replay').description('erase who had left, and hold back what was sent, after a restore')
    .option('--json', 'print the counts as one JSON document')
    .option('--accept-loss', 'go on with what is left of the journal')
    .addHelpText('after', HELP)
    .action(async ({ json = false, acceptLoss = false }: Options) => {
      const replayed = await withDatabase(async deps => {
        await checkSchema(deps)
        return await withJournal(deps, async journal =>
          await replay({ ...deps, clock: systemClock, journal }, { acceptLoss }))
      })
      say(...(json ? [JSON.stringify(replayed)] : describe(replayed)))
    })
}

function describe ({ erased, paused, settled, unknown }: Replayed): string[] {
  const found = [
    [erased, 'Readers who had left and were there again, erased'],
    [settled, 'Mails that the database had forgotten, and that nobody gets again'],
    [paused, 'Issues paused ("integrationsbrief issue status N" shows how far one is, "issue resume N" goes on)'],
    [unknown, 'Issues that began to be sent, and not here; sent again with the same mail, they are paused first']
  ] as const
  const lines = found.filter(([count]) => count > 0).map(([count, what]) => `${what}: ${count}`)
  return lines.length === 0 ? ['The database knows all that the journal knows.'] : lines
}
