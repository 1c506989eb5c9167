import { Command } from 'commander'
import { parseAddress, type AddressFault } from '../platform/mail/address.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/database/migrate.js'
import { eraseEverywhere, maskAddress, search, type Stored } from '../subscription/help-desk.js'
import { askLine, askWhether } from './ask.js'
import { existingKeys, say, withDatabase, type CommandDeps } from './command.js'
import { countCommand } from './count-subscribers.js'
import { importCommand, undoCommand } from './import-subscribers.js'

/**
 * What a command ends with if nothing is stored under the address; 1 is for whatever went wrong.
 */
const NOT_FOUND = 3

const HELP = `
The address is read from standard input: typed at a prompt, or one line from a pipe.
It is not an argument, because the process list and the shell's history would keep it.
Ends with 0 if it was found, with ${NOT_FOUND} if nothing is stored under it, with 1 after a fault.`

/** What is done here bears the command line in the audit. */
const acting = { clock: systemClock, witness: witnessOf({ clock: systemClock }, COMMAND_LINE) }

/** `subscribers`: for the help desk, what is stored under one address, and its erasure; counts. */
export function subscribersCommand (): Command {
  const subscribers = new Command('subscribers')
    .description('find and erase one address, for those who help readers; count them all')
  subscribers.addCommand(countCommand())
  subscribers.addCommand(importCommand())
  subscribers.addCommand(undoCommand())
  subscribers.addCommand(addressCommand('find').description('say whether an address is stored, and since when')
    .action(async (_: object, command: Command) => await withAddress(command, async () => {})))
  subscribers.addCommand(addressCommand('erase')
    .description('erase an address, pending or active, and all that is stored with it')
    .option('-y, --yes', 'do not ask')
    .action(async ({ yes = false }: { yes?: boolean }, command: Command) => {
      await withAddress(command, async found => await erase(found, yes))
    }))
  return subscribers
}

async function erase ({ pool, keys, canonical, masked }: Found, yes: boolean): Promise<void> {
  if (!yes && !await askWhether(`Erase ${masked}?`)) {
    say('Nothing was erased.')
    process.exitCode = 1
    return
  }
  const erased = await eraseEverywhere({ ...acting, pool, keys }, canonical)
  say(erased ? `${masked} is erased.` : `${masked} was erased meanwhile.`)
}

function addressCommand (name: string): Command {
  return new Command(name).allowExcessArguments().addHelpText('after', HELP)
}

const FAULTS: Readonly<Record<AddressFault, string>> = {
  empty: 'nothing was typed',
  control: 'it contains invisible characters',
  several: 'it contains a space, a comma or a semicolon; type one address',
  no_at: 'the @ is missing',
  too_long: 'it is longer than 254 characters, or has more than 64 before the @',
  local_part: 'the part before the @ is not valid',
  domain: 'the part after the @ is not valid'
}

interface Found extends CommandDeps { keys: Keyring, canonical: string, masked: string }

/** Reads the address, says what is stored under it, and acts if anything is. */
async function withAddress (command: Command, act: (found: Found) => Promise<void>): Promise<void> {
  if (command.args.length > 0) {
    throw new Error('the address is read from standard input, never from the command line, ' +
      'which the process list and the shell\'s history show')
  }
  const parsed = parseAddress(await askLine('E-mail address: '))
  if (!parsed.ok) throw new Error(`that is not a mail address: ${FAULTS[parsed.fault]}`)
  const { address, canonical } = parsed.value
  const masked = maskAddress(address)
  await withDatabase(async deps => {
    await checkSchema(deps)
    const keys = await existingKeys(deps.config)
    const stored = await search({ ...acting, ...deps, keys }, canonical)
    if (stored.length === 0) {
      say(`Nothing is stored under ${masked}.`)
      process.exitCode = NOT_FOUND
      return
    }
    say(...stored.map(each => describe(masked, each)))
    await act({ ...deps, keys, canonical, masked })
  })
}

function describe (masked: string, { state, requestedAt, mailSentAt, confirmedAt }: Stored): string {
  const mail = mailSentAt === null ? 'no confirmation mail has left yet' : `mailed on ${day(mailSentAt)}`
  const since = confirmedAt === null ? mail : `confirmed on ${day(confirmedAt)}`
  return `${masked} is ${state}: asked on ${day(requestedAt)}, ${since}.`
}

function day (date: Date): string {
  return date.toISOString().slice(0, 10)
}
