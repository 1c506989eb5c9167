import type { Pool } from 'pg'
import { buildApp } from './app.js'
import { keyFile, type Config } from './config.js'
import { CleanupStack } from './platform/cleanup-stack.js'
import { systemClock, type Clock } from './platform/clock.js'
import { createPool } from './platform/database/pool.js'
import { listen } from './platform/http/listen.js'
import { offerFirstAccount } from './editor/invitation/first-account.js'
import { readOrMakeKeyFile } from './platform/crypto/key-file.js'
import { createKeyring, type Keyring } from './platform/crypto/keyring.js'
import { checkKeys } from './platform/crypto/known-keys.js'
import type { Log } from './platform/log/log.js'
import { startMailCatcher, type MailCatcher } from './local/mail-catcher/catcher.js'
import { checkSchema, migrate } from './platform/database/migrate.js'
import { recordSettings } from './platform/newsletter/public-settings.js'
import { createTemplates } from './platform/templates.js'
import { de } from './texts/de.js'
import { startMailer } from './mailer.js'
import { openJournal } from './privacy/journal/open.js'
import type { Journal } from './privacy/journal/journal.js'
import { openDatabase } from './open-database.js'
import { sealed } from './sealed-rows.js'

/** Each lane listens on one, and each job uses one now and then. */
const MAILER_CONNECTIONS = 14

/** The keyring of the settings, or the one kept in the data folder. */
async function openKeyring (config: Config): Promise<Keyring> {
  return createKeyring(config.masterKeys ?? await readOrMakeKeyFile(keyFile(config)))
}

/**
 * The mail catcher is for trying out: it shows mails, and with them addresses and links, to
 * everybody at this machine.
 */
function refuseWithoutRelay ({ relay, database, production }: Config, { web, mailer }: Roles): void {
  if (relay.targets !== undefined) return
  const fault = 'SMTP_URL is not set: there is a mail catcher only'
  if (production || database.url !== undefined) {
    throw new Error(`${fault} beside the embedded database, and DATABASE_URL is set`)
  }
  if (!web || !mailer) throw new Error(`${fault} where web and mailer run in one process`)
}

export interface Roles { web: boolean, mailer: boolean }

export interface RunningService {
  /** Where the web half listens; null without it. */
  url: string | null
  /** The path of the link to the first account, as long as nobody has one and the web half runs. */
  firstAccount: string | null
  databaseUrl: string
  keys: Keyring
  catcher: MailCatcher | undefined
  /** Ends everything. From the first moment on the mailer takes up nothing more. */
  stop: () => Promise<void>
}

interface Start { config: Config, log: Log, clock: Clock, cleanup: CleanupStack, ending: AbortSignal }

/**
 * Starts the service or one half of it. Both halves together bring the schema up to date; a half
 * alone expects that to have been done. What was started is stopped again if a later step fails, or
 * when `ending` is aborted before all is started.
 */
export async function startService (
  config: Config,
  log: Log,
  roles: Roles,
  ending: AbortSignal,
  clock: Clock = systemClock
): Promise<RunningService> {
  refuseWithoutRelay(config, roles)
  for (const warning of config.warnings) log.warn({ event: 'setting_doubtful' }, warning)
  const cleanup = new CleanupStack()
  const start = { config, log, clock, cleanup, ending }
  try {
    const prepared = await prepare(start, roles)
    const catcher = await openCatcher(start)
    const url = await startRoles(start, prepared, catcher, roles)
    const { databaseUrl, keys, pool } = prepared
    const firstAccount = url === null ? null : await offerFirstAccount({ pool, keys, clock })
    return { url, firstAccount, databaseUrl, keys, catcher, stop: async () => await cleanup.run() }
  } catch (error) {
    await cleanup.run().catch(() => {})
    throw error
  }
}

interface Prepared { databaseUrl: string, exclusive: boolean, keys: Keyring, pool: Pool, journal: Journal }

/** Opens the database and the keys, and makes sure that they and the settings fit each other. */
async function prepare ({ config, log, clock, cleanup, ending }: Start, roles: Roles): Promise<Prepared> {
  const { url: databaseUrl, exclusive } = await openDatabase(config, log, cleanup, ending)
  ending.throwIfAborted()
  const keys = await openKeyring(config)
  const pool = createPool({ url: databaseUrl, max: MAILER_CONNECTIONS, name: 'integrationsbrief mailer', log })
  cleanup.add(async () => await pool.end())
  if (roles.web && roles.mailer) await migrate({ pool, log, signal: ending })
  else await checkSchema({ pool })
  ending.throwIfAborted()
  await checkKeys({ pool, keys, clock, sealed })
  await recordSettings({ pool, clock, log }, config.newsletter)
  ending.throwIfAborted()
  const journal = openJournal({ pool, clock, log }, config.journal)
  cleanup.add(journal.close)
  return { databaseUrl, exclusive, keys, pool, journal }
}

/** The mail catcher, where no relay is set. */
async function openCatcher ({ config, clock, cleanup }: Start): Promise<MailCatcher | undefined> {
  if (config.relay.targets !== undefined) return undefined
  const catcher = await startMailCatcher({ clock })
  cleanup.add(catcher.stop)
  return catcher
}

/**
 * Starts the mailer, the web half or both. Returns where the web half listens, or null without it.
 */
async function startRoles (
  { config, log, clock, cleanup, ending }: Start,
  { databaseUrl, exclusive, keys, pool, journal }: Prepared,
  catcher: MailCatcher | undefined,
  roles: Roles
): Promise<string | null> {
  const fill = createTemplates(de)
  const targets = config.relay.targets ?? (catcher === undefined ? [] : [catcher.target])
  // Both at once: readers' connections must not hold up the mailer, which takes up nothing more
  // from here on.
  const running: Array<() => Promise<unknown>> = []
  cleanup.add(async () => {
    const ended = await Promise.allSettled(running.map(async stop => await stop()))
    const failed = ended.find(result => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  })
  if (roles.mailer) {
    running.push((await startMailer({ config, pool, keys, clock, log, fill, journal, targets, exclusive })).stop)
  }
  ending.throwIfAborted()
  if (!roles.web) return null
  // A mailer has done so: what a process had committed that died before the journal had it.
  if (!roles.mailer) void journal.write()
  const app = await buildApp({ config, databaseUrl, keys, log, fill, clock, catcher, writeJournal: journal.write })
  running.push(async () => await app.close())
  ending.throwIfAborted()
  return await listen(app, config.web)
}
