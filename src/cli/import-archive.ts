import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { firstValues } from '../config.js'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { systemClock } from '../platform/clock.js'
import { checkSchema } from '../platform/database/migrate.js'
import { createHouse } from '../platform/newsletter/house.js'
import { isAge, takesPassphrase, type Opener } from '../privacy/export/age.js'
import { readHead, type ArchiveFacts, type ArchiveFile } from '../privacy/export/read-archive.js'
import { takeArchive, takenBefore } from '../privacy/export/take-archive.js'
import type { Taken } from '../privacy/export/taking.js'
import { verifyArchive } from '../privacy/export/verify-archive.js'
import { readErased } from '../privacy/journal/erased.js'
import { askSecret, askWhether } from './ask.js'
import { existingKeys, say, withJournal, type CommandDeps } from './command.js'
import { createProgressBar } from './progress-bar.js'

/** Whether a file is an archive rather than a list of addresses. */
export async function looksLikeArchive (file: string): Promise<boolean> {
  if (!(await stat(file)).isFile()) return false
  return isAge(await readHead(createReadStream(file)))
}

interface ArchiveOptions { identity?: string, dryRun?: boolean, yes?: boolean, json?: boolean }

/** Verifies an archive, and takes it over if somebody says so. */
export async function importArchive (command: CommandDeps, path: string, options: ArchiveOptions): Promise<void> {
  const { pool } = command
  const { json = false, yes = false, dryRun = false } = options
  await checkSchema({ pool })
  const file = { open: () => createReadStream(path), opener: await openerOf(path, options) }
  const facts = await verifyArchive(file)
  const { header, records } = facts
  const at = await takenBefore({ pool }, facts)
  if (!json) say(`Archive of ${header.made_at}: ${describeCounts(records)}. It is whole.`)
  if (at !== null) {
    return tell(json, { records, takenAt: at }, [`It was taken over on ${at.toISOString()}; nothing is done.`])
  }
  if (dryRun || (!yes && !await askWhether('Take it over? Its active subscribers get the newsletter from here.'))) {
    return tell(json, { records }, ['Nothing was taken over.'])
  }
  const taken = await take(command, file, facts)
  tell(json, { records, taken }, describeTaken(taken))
}

async function openerOf (path: string, { identity }: ArchiveOptions): Promise<Opener> {
  const head = await readHead(createReadStream(path))
  if (identity !== undefined) return { identities: await readFile(identity, 'utf8') }
  // Nobody is asked for a passphrase who cannot have one.
  return { passphrase: takesPassphrase(head) ? await askSecret('Passphrase of the archive: ') : '' }
}

const SHOW_EVERY = 1_000

async function take (command: CommandDeps, file: ArchiveFile, facts: ArchiveFacts): Promise<Taken> {
  const { config, pool, log } = command
  const clock = systemClock
  const keys = await existingKeys(config)
  const house = createHouse({ pool, clock, first: firstValues(config) })
  const witness = witnessOf({ clock }, COMMAND_LINE)
  const erased = await withJournal(command, async journal => await readErased({ pool, clock, log }, journal))
  const deps = { pool, keys, clock, log, house, witness, consentProof: config.subscription.consentProof, erased }
  const show = createProgressBar(process.stderr, () => performance.now(), { unit: 'addresses', timeLeft: true })
  const total = facts.records['subscriber'] ?? 0
  return await takeArchive(deps, file, facts, looked => {
    if (looked % SHOW_EVERY === 0 || looked === total) show(looked, total)
  })
}

function tell (json: boolean, document: object, lines: string[]): void {
  say(...json ? [JSON.stringify(document)] : lines)
}

function describeCounts (records: Readonly<Record<string, number>>): string {
  const kinds = Object.entries(records).filter(([kind]) => kind !== 'archive')
  return kinds.length === 0 ? 'nothing' : kinds.map(([kind, count]) => `${count} × ${kind}`).join(', ')
}

const WORDS: ReadonlyArray<[keyof Taken, string]> = [
  ['added', 'subscribers are added, active as they were'],
  ['known', 'were here already, and stay as they are'],
  ['suppressed', 'are suppressed here and were not added'],
  ['gone', 'have left here since an earlier run and were not added'],
  ['unconfirmed', 'had not confirmed and were left out'],
  ['invalid', 'have an address that is not valid and were left out'],
  ['suppressions', 'suppressed addresses'],
  ['files', 'pictures and files'],
  ['issues', 'issues, for the archive'],
  ['issuesKnown', 'issues were here already'],
  ['issuesTaken', 'issues were left out, because another one has their address here'],
  ['drafts', 'drafts'],
  ['draftsKnown', 'drafts were here already'],
  ['settings', 'settings of the house'],
  ['settingsKept', 'settings stay as somebody has set them here']
]

function describeTaken (taken: Taken): string[] {
  return WORDS.filter(([key]) => key === 'added' || taken[key] > 0).map(([key, what]) => `${taken[key]} ${what}.`)
}
