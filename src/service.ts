import { join } from 'node:path'
import { buildApp } from './app.js'
import { keyFile, type Config } from './config.js'
import { systemClock, type Clock } from './platform/clock.js'
import { createPool } from './platform/database.js'
import { listen } from './platform/http/listen.js'
import { startEmbeddedPostgres } from './platform/embedded-postgres.js'
import { readOrMakeKeyFile } from './platform/key-file.js'
import { createKeyring, type Keyring } from './platform/keyring.js'
import type { Log } from './platform/log.js'
import { startMailCatcher, type MailCatcher } from './platform/mail/catcher.js'
import type { RelayTarget } from './platform/mail/relay-url.js'
import { checkSchema, migrate } from './platform/migrate.js'
import { recordSettings } from './platform/public-settings.js'
import { createTemplates } from './platform/templates.js'
import { checkKeys } from './subscription/known-keys.js'
import { startWorker } from './worker.js'

/** Things that must be stopped, and the last that was started first. */
export class Closing {
  readonly #steps: Array<() => Promise<unknown>> = []

  add (step: () => Promise<unknown>): void {
    this.#steps.unshift(step)
  }

  /** Runs every step, whatever the others do. Throws the first failure at the end. */
  async run (): Promise<void> {
    const failures: unknown[] = []
    for (const step of this.#steps.splice(0)) await step().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
}

export interface OpenDatabase { url: string, /** True if no other program uses it. */ alone: boolean }

/** The database of the settings, or the embedded one, started or joined. */
export async function openDatabase (config: Config, log: Log, closing: Closing): Promise<OpenDatabase> {
  if (config.DATABASE_URL !== undefined) return { url: config.DATABASE_URL, alone: false }
  const embedded = await startEmbeddedPostgres({ dir: join(config.DATA_DIR, 'postgres'), log })
  closing.add(embedded.stop)
  return { url: embedded.url, alone: embedded.alone }
}

/** The keyring of the settings, or the one kept in the data folder. */
async function openKeyring (config: Config): Promise<Keyring> {
  return createKeyring(config.KEYS ?? await readOrMakeKeyFile(keyFile(config)))
}

export interface Halves { web: boolean, mailer: boolean }

export interface RunningService {
  /** Where the web half listens; null without it. */
  url: string | null
  databaseUrl: string
  keys: Keyring
  catcher: MailCatcher | undefined
  /** Ends everything, the mails in flight first. */
  stop: () => Promise<void>
}

/**
 * Starts the service or one half of it. Both halves together bring the schema up to date; a half
 * alone expects that to have been done. What was started is stopped again if a later step fails.
 */
export async function startService (config: Config, log: Log, halves: Halves, clock: Clock = systemClock): Promise<RunningService> {
  const closing = new Closing()
  for (const warning of config.warnings) log.warn({ event: 'setting_doubtful' }, warning)
  try {
    const { url: databaseUrl, alone } = await openDatabase(config, log, closing)
    const keys = await openKeyring(config)
    const pool = createPool({ url: databaseUrl, max: 12, name: 'integrationsbrief mailer', log })
    closing.add(async () => await pool.end())
    if (halves.web && halves.mailer) await migrate({ pool, log })
    else await checkSchema({ pool })
    await checkKeys({ pool, keys, clock })
    await recordSettings({ pool, clock, log }, { publicUrl: config.PUBLIC_URL, publisher: config.publisher })
    const fill = createTemplates()

    let relays: readonly RelayTarget[] | undefined = config.SMTP_URL
    let catcher: MailCatcher | undefined
    if (relays === undefined) {
      if (!halves.web || !halves.mailer) throw new Error('SMTP_URL is not set: the built-in mail catcher exists only where web and mailer run in one process')
      catcher = await startMailCatcher({ clock })
      closing.add(catcher.stop)
      relays = [catcher.target]
    }
    if (halves.mailer) closing.add((await startWorker({ config, pool, keys, clock, log, fill, relays, alone })).stop)
    let url: string | null = null
    if (halves.web) {
      const app = await buildApp({ config, databaseUrl, keys, log, fill, clock, catcher })
      closing.add(async () => await app.close())
      url = await listen(app, config)
    }
    return { url, databaseUrl, keys, catcher, stop: async () => await closing.run() }
  } catch (error) {
    await closing.run().catch(() => {})
    throw error
  }
}
