import { createReadStream } from 'node:fs'
import { Command } from 'commander'
import { createTakeIn } from '../../bounce/act/take-in.js'
import type { TakeIn } from '../../bounce/receive/arrived.js'
import { readMails } from '../../bounce/receive/mbox.js'
import { witnessOf } from '../../editor/audit/audit.js'
import { COMMAND_LINE } from '../../editor/audit/line.js'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { codeOf, messageOf } from '../../platform/errors.js'
import { createSemaphore } from '../../platform/semaphore.js'
import { existingKeys, say, withDatabase, withJournal } from '../command.js'

const HELP = `
Each file holds one mail, or is an mbox. A mail that was read before, from a file or by another way, has no
second effect, so that a command that was broken off can be given again. Ends with 1 if a mail could not be
taken in. "bounce explain" says what a mail is, without any effect.`

/** Mails that are read at once. */
const AT_ONCE = 32

interface Tally { read: number, failed: number, fault: string | null }

/** `bounce read`: takes mails in from files, as if they had come back. */
export function readCommand (): Command {
  return new Command('read').description('take mails in that came back, from files')
    .argument('<file...>', 'files with one mail each, or mboxes; - for standard input').addHelpText('after', HELP)
    .option('--json', 'as one JSON document')
    .action(async (files: string[], { json = false }: { json?: boolean }) => {
      await withDatabase(async command => {
        await checkSchema(command)
        const keys = await existingKeys(command.config)
        const tally = await withJournal(command, async ({ write: writeJournal }) => {
          const witness = witnessOf({ clock: systemClock }, COMMAND_LINE)
          const takeIn = createTakeIn({ ...command, keys, clock: systemClock, witness, writeJournal })
          return await readFiles(takeIn, files)
        })
        say(json ? JSON.stringify(tally) : describe(tally))
        if (tally.failed > 0 || tally.fault !== null) process.exitCode = 1
      })
    })
}

async function readFiles (takeIn: TakeIn, files: readonly string[]): Promise<Tally> {
  const tally: Tally = { read: 0, failed: 0, fault: null }
  const slots = createSemaphore(AT_ONCE)
  const under: Array<Promise<void>> = []
  for (const file of files) {
    try {
      for await (const mail of readMails(file === '-' ? process.stdin : createReadStream(file))) {
        const leave = await slots.acquire()
        under.push(take(takeIn, { ...mail, to: [], from: null, door: 'file' }, tally).finally(leave))
      }
    } catch (error) {
      tally.fault ??= `${file} cannot be read (${codeOf(error) ?? messageOf(error)})`
    }
  }
  await Promise.all(under)
  return tally
}

async function take (takeIn: TakeIn, mail: Parameters<TakeIn>[0], tally: Tally): Promise<void> {
  try {
    await takeIn(mail)
    tally.read++
  } catch (error) {
    tally.failed++
    tally.fault ??= messageOf(error)
  }
}

function describe ({ read, failed, fault }: Tally): string {
  const done = `${read} ${read === 1 ? 'mail was' : 'mails were'} read.`
  const undone = failed === 0 ? '' : ` ${failed} could not be taken in.`
  return `${done}${undone}${fault === null ? '' : ` First fault: ${fault}`}`
}
