import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import PostalMime, { type Email } from 'postal-mime'
import { buildApp } from '../../src/app.js'
import { readConfig, type Config } from '../../src/config.js'
import { createKeyring, newMasterKey, type Keyring } from '../../src/platform/crypto/keyring.js'
import { publicInternet, type VisitDeps } from '../../src/platform/http/visit.js'
import { startMailCatcher, type CaughtMail, type MailCatcher } from '../../src/local/mail-catcher/catcher.js'
import type { RoomJobs } from '../../src/platform/jobs/job.js'
import type { RelayTarget } from '../../src/platform/smtp/relay-url.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { startMailer, type RunningMailer } from '../../src/mailer.js'
import type { WriteJournal } from '../../src/platform/write-journal.js'
import type { Journal } from '../../src/privacy/journal/journal.js'
import { openJournal } from '../../src/privacy/journal/open.js'
import { travelClock, type TravelClock } from './clock.js'
import { testDatabase, type TestDatabase } from './database.js'
import { dkimKey } from './dkim.js'
import { testLog, type TestLog } from './log.js'
import type { JudgedTest } from './test.js'

export interface TestService extends TestLog {
  config: Config
  pool: Pool
  keys: Keyring
  clock: TravelClock
  app: FastifyInstance
  catcher: MailCatcher
  /** In a folder of its own. */
  journal: Journal
  writeJournal: WriteJournal
  /**
   * Starts a mailer; the relay is the catcher unless others are given. Stopped when the test ends.
   */
  work: (...relays: RelayTarget[]) => Promise<RunningMailer>
  /** The same with jobs beside those of the rooms. */
  workBeside: (jobs: RoomJobs) => Promise<RunningMailer>
}

export const PUBLIC_URL = 'https://integrationsbrief.hessen.example'

interface ServiceOptions {
  production?: boolean
  /** By default one of its own. */
  database?: TestDatabase
  /** By default public addresses alone. */
  internet?: VisitDeps
}

/** Read once for all services of a test file. */
const fill = createTemplates(de)

/**
 * Web, mail catcher and, on demand, mailers, on a database of their own: real parts, only the clock
 * is ours.
 */
export async function testService (
  t: JudgedTest, settings: Record<string, string> = {}, options: ServiceOptions = {}
): Promise<TestService> {
  const { production = false, database, internet = publicInternet } = options
  const { url, pool } = database ?? await testDatabase(t)
  const logged = testLog(t)
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-journal-'))
  t.after(async () => await rm(folder, { recursive: true, force: true }))
  const read = readConfig({ PUBLIC_URL, MAIL_BATCH_SIZE: '10', JOURNAL: folder, ...settings })
  const config: Config = { ...read, sender: { ...read.sender, dkim: [dkimKey] }, production }
  const keys = createKeyring(config.masterKeys ?? [newMasterKey()])
  const clock = travelClock()
  const catcher = await startMailCatcher({ clock })
  t.after(catcher.stop)
  const journal = openJournal({ pool, clock, log: logged.log }, config.journal)
  const writeJournal = journal.write
  const app = await buildApp({
    config, databaseUrl: url, keys, log: logged.log, fill, writeJournal, clock, catcher, internet
  })
  t.after(async () => await app.close())
  t.after(journal.close)
  return {
    ...logged,
    config,
    pool,
    keys,
    clock,
    app,
    catcher,
    journal,
    writeJournal,
    work: async (...relays) => await work(relays.length === 0 ? [catcher.target] : relays),
    workBeside: async jobs => await work([catcher.target], [jobs])
  }

  async function work (targets: RelayTarget[], more: RoomJobs[] = []): Promise<RunningMailer> {
    const { log } = logged
    const mailer = await startMailer({
      config, pool, keys, clock, log, fill, journal, targets, exclusive: false
    }, more)
    let stopped: Promise<void> | undefined
    const stop = async (): Promise<void> => { stopped ??= mailer.stop(); await stopped }
    t.after(stop)
    return { stop }
  }
}

/** Waits until something holds; tests that wait for it forever are ended by the runner. */
export async function until (holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!await holds()) await delay(10)
}

/** Waits for mails and returns them all, parsed. */
export async function receive (catcher: MailCatcher, count: number): Promise<Array<Email & { caught: CaughtMail }>> {
  await until(() => catcher.mails().length >= count)
  return await Promise.all(catcher.mails().map(async caught => (
    Object.assign(await PostalMime.parse(caught.raw), { caught })
  )))
}

/** Posts a form as a browser does. */
export async function postForm (
  app: FastifyInstance, url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}
) {
  return await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString()
  })
}

/** The path of a mail's link to `/bestaetigen/…` or `/abmelden/…`. */
export function linkPath (mail: Email | undefined, path: 'bestaetigen' | 'abmelden'): string {
  const found = new RegExp(`/${path}/[\\w-]+`).exec(mail?.text ?? '')?.[0]
  if (found === undefined) throw new Error(`no link to /${path}/ in a mail`)
  return found
}
