import { Command } from 'commander'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { systemClock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { checkSchema } from '../platform/database/migrate.js'
import { parseAddress, type AddressFault } from '../platform/mail/address.js'
import { maskAddress } from '../subscription/help-desk.js'
import { askLine } from './ask.js'
import { existingKeys, say, withDatabase, type CommandDeps } from './command.js'

/**
 * What a command ends with if nothing is stored under the address; 1 is for whatever went wrong.
 */
const NOT_FOUND = 3

const HELP = `
The address is read from standard input: typed at a prompt, or one line from a pipe.
It is not an argument, because the process list and the shell's history would keep it.
Ends with 0 if it was found, with ${NOT_FOUND} if nothing is stored under it, with 1 after a fault.`

/** What is done here bears the command line in the audit. */
export const acting = { clock: systemClock, witness: witnessOf({ clock: systemClock }, COMMAND_LINE) }

/** A command about one address, which it asks for. */
export function addressCommand (name: string): Command {
  return new Command(name).allowExcessArguments().addHelpText('after', HELP)
    .option('--json', 'print JSON')
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

/** `masked` is the address as it may be shown. */
export interface OneAddress extends CommandDeps { keys: Keyring, canonical: string, masked: string }

/** Reads the address and acts with it. */
export async function withAddress (command: Command, act: (one: OneAddress) => Promise<void>): Promise<void> {
  if (command.args.length > 0) {
    throw new Error('the address is read from standard input, never from the command line, ' +
      'which the process list and the shell\'s history show')
  }
  const parsed = parseAddress(await askLine('E-mail address: '))
  if (!parsed.ok) throw new Error(`that is not a mail address: ${FAULTS[parsed.fault]}`)
  const { address, canonical } = parsed.value
  await withDatabase(async deps => {
    await checkSchema(deps)
    await act({ ...deps, keys: await existingKeys(deps.config), canonical, masked: maskAddress(address) })
  })
}

/** Says that nothing is stored, and ends the command with the status for that. */
export function sayNothing ({ masked }: OneAddress, { json = false }: { json?: boolean }, what: object): void {
  say(json ? JSON.stringify(what) : `Nothing is stored under ${masked}.`)
  process.exitCode = NOT_FOUND
}

export function day (date: Date): string {
  return date.toISOString().slice(0, 10)
}
