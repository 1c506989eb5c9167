import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { firstValues } from '../config.js'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/database/migrate.js'
import { codeOf } from '../platform/errors.js'
import { createHouse } from '../platform/newsletter/house.js'
import { judgeLock, SHORTEST_PASSPHRASE, type Lock, type LockFault } from '../privacy/export/age.js'
import { beginExport, judgeReason, type ExportOrder, type ReasonFault } from '../privacy/export/export.js'
import { askSecret } from './ask.js'
import { existingKeys, withDatabase, type CommandDeps } from './command.js'

const HELP = `
The archive goes to standard output: integrationsbrief subscribers export --reason … > move.age
It is encrypted in the format age (https://age-encryption.org), to the public key of --recipient, or with
a passphrase that is typed twice at a prompt, or is the one line of a pipe. It is never an argument,
because the process list and the shell's history would keep it.
"subscribers import move.age" takes it over in another installation; "age -d move.age" shows what is in it.
With --csv a table of the subscribers comes instead, which is not encrypted.
What was exported is told on standard error. If the command does not end with 0, what it has written is cut.`

const LOCK_FAULTS: Readonly<Record<LockFault, string>> = {
  short: `the passphrase is too short: take ${SHORTEST_PASSPHRASE} characters at least, such as five random words`,
  long: 'the passphrase is longer than 1000 characters',
  recipient: 'that is not a public key of age, which begins with age1; "age-keygen" makes one'
}

const REASON_FAULTS: Readonly<Record<ReasonFault, string>> = {
  none: 'say why by --reason: it is kept in the audit',
  long: 'the reason is longer than 500 characters',
  address: 'the reason is kept in the audit and may not hold an address'
}

interface ExportOptions { reason?: string, recipient?: string, csv?: boolean, json?: boolean }

/** `subscribers export`: everything for moving away, or a table of the subscribers. */
export function exportCommand (): Command {
  return new Command('export').description('write everything for moving away as an encrypted archive')
    .option('--reason <text>', 'what it is needed for; it is kept in the audit')
    .option('--recipient <age1…>', 'encrypt it to this public key; without, a passphrase is asked for')
    .option('--csv', 'a table of the subscribers instead, not encrypted')
    .option('--json', 'tell what was exported as one JSON document, on standard error')
    .addHelpText('after', HELP)
    .action(async (options: ExportOptions) => {
      const order = await orderOf(options)
      await withDatabase(async deps => await writeOut(deps, order, options))
    })
}

async function orderOf ({ reason = '', recipient, csv = false }: ExportOptions): Promise<ExportOrder> {
  const fault = judgeReason(reason)
  if (fault !== null) throw new Error(REASON_FAULTS[fault])
  if (csv && recipient !== undefined) throw new Error('a table is not encrypted: leave --csv or --recipient out')
  if (process.stdout.isTTY) throw new Error('standard output is a terminal: write it to a file, by > or |')
  if (csv) return { form: 'csv', reason }
  const lock = recipient === undefined ? { passphrase: await askPassphrase() } : { recipient: recipient.trim() }
  refuseWeak(lock)
  return { form: 'archive', reason, lock }
}

async function askPassphrase (): Promise<string> {
  const passphrase = await askSecret('Passphrase: ')
  refuseWeak({ passphrase })
  if (process.stdin.isTTY && await askSecret('Once more: ') !== passphrase) throw new Error('the two are different')
  return passphrase
}

function refuseWeak (lock: Lock): void {
  const fault = judgeLock(lock)
  if (fault !== null) throw new Error(LOCK_FAULTS[fault])
}

async function writeOut (
  { config, pool, log }: CommandDeps, order: ExportOrder, { json = false }: ExportOptions
): Promise<void> {
  await checkSchema({ pool })
  const clock = systemClock
  const house = createHouse({ pool, clock, first: firstValues(config) })
  const witness = witnessOf({ clock }, COMMAND_LINE)
  const deps = { pool, log, clock, house, witness, keys: await existingKeys(config) }
  const { bytes, counts, unreadable } = await beginExport(deps, order)
  process.stdout.once('error', error => {
    const why = codeOf(error) ?? error.message
    process.stderr.write(`integrationsbrief: it could not be written (${why}); what was written is cut and of no use\n`)
  })
  await pipeline(bytes, process.stdout, { end: false })
  const told = { form: order.form, ...counts, unreadable: unreadable() }
  process.stderr.write(json ? `${JSON.stringify(told)}\n` : `Exported: ${describe(told)}.\n`)
  if (unreadable() > 0) process.exitCode = 1
}

function describe ({ form, ...counts }: { form: string } & Record<string, number | string>): string {
  const some = Object.entries(counts).filter(([what, count]) => count !== 0 || what === 'subscribers')
  return `${form === 'csv' ? 'a table' : 'an archive'}, ${some.map(([what, count]) => `${count} ${what}`).join(', ')}`
}
