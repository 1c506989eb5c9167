import { existsSync } from 'node:fs'
import { configFromProcess, keyFile, type Config } from '../config.js'
import { CleanupStack } from '../platform/cleanup-stack.js'
import { readOrMakeKeyFile } from '../platform/crypto/key-file.js'
import { createKeyring, type Keyring } from '../platform/crypto/keyring.js'
import { createPool } from '../platform/database/pool.js'
import { batchedSink } from '../platform/log/batched-sink.js'
import { createLog, type Log } from '../platform/log/log.js'
import { openDatabase } from '../open-database.js'
import type { Pool } from 'pg'
import { openJournal } from '../privacy/journal/open.js'
import type { Journal } from '../privacy/journal/journal.js'
import { systemClock } from '../platform/clock.js'
import { aborted, askedToEnd } from './signals.js'

/** Writes what a command has to say. The log goes to standard error, so the two never mix. */
export function say (...lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

export function openLog (config: Pick<Config, 'log'>): Log {
  return createLog({ level: config.log.level, sink: batchedSink(process.stderr) })
}

export interface CommandDeps { config: Config, log: Log, pool: Pool }

/**
 * Runs a command that needs the database and then ends. Only its warnings are logged. Throws an
 * `Interrupted` when the program is asked to end.
 */
export async function withDatabase<T> (act: (deps: CommandDeps) => Promise<T>): Promise<T> {
  const config = configFromProcess()
  const { level } = config.log
  const log = createLog({ level: level === 'info' ? 'warn' : level, sink: process.stderr })
  const ending = askedToEnd()
  const cleanup = new CleanupStack()
  try {
    const { url } = await openDatabase(config, log, cleanup, ending)
    const pool = createPool({ url, max: 4, name: 'integrationsbrief command', log })
    cleanup.add(async () => await pool.end())
    return await Promise.race([act({ config, log, pool }), aborted(ending)])
  } finally {
    await cleanup.run()
  }
}

/** Acts with the journal of the settings, and lets go of it again. */
export async function withJournal<T> (
  { config, pool, log }: CommandDeps, act: (journal: Journal) => Promise<T>
): Promise<T> {
  const journal = openJournal({ pool, log, clock: systemClock }, config.journal)
  return await act(journal).finally(journal.close)
}

/**
 * The keyring of the settings or of the data folder. Throws if there is none: with keys made on the
 * spot, every address would seem to be unknown.
 */
export async function existingKeys (config: Config): Promise<Keyring> {
  if (config.masterKeys !== undefined) return createKeyring(config.masterKeys)
  const file = keyFile(config)
  if (!existsSync(file)) {
    throw new Error(`KEYS is not set, and there is no ${file}: without the keys no address can be found`)
  }
  return createKeyring(await readOrMakeKeyFile(file))
}
