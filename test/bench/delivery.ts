import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { readConfig } from '../../src/config.js'
import { startIssue } from '../../src/delivery/start.js'
import { systemClock } from '../../src/platform/clock.js'
import { createPool } from '../../src/platform/database.js'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js'
import { formatMasterKeys, newMasterKey } from '../../src/platform/keyring.js'
import { migrate } from '../../src/platform/migrate.js'
import { copyMaker } from './copies.js'
import { smtpSource, startRival, startSink, Started } from './children.js'
import { approveBenchIssue } from './issue.js'
import { measure } from './measure.js'
import { brokenPromises, printReport, resultOf } from './report.js'
import { seedSubscribers } from './seed.js'
import { signUps } from './sign-ups.js'
import { startMailer } from './mailer.js'

const CONNECTIONS = 20
const PUBLIC_URL = 'https://integrationsbrief.hessen.example'
const log = pino({ level: 'silent' })

/**
 * Measures an issue to so many readers: a database that syncs to disk, the mailer in a process of
 * its own as `work` starts it, a sink in another, and in the same run, while the mailer stands
 * still, its rivals. Returns whether every promise was kept.
 */
export async function delivery (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      recipients: { type: 'string', default: '50000' },
      unsigned: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      /** Readers sign up meanwhile: how long their mails take. */
      'sign-ups': { type: 'boolean', default: false },
      /** For work on the mailer itself: no rivals, and a profile of the mailer in this folder. */
      alone: { type: 'boolean', default: false },
      profile: { type: 'string' }
    }
  })
  const recipients = Number(values.recipients)
  const say = (text: string): void => { console.log(text) }
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-bench-'))
  const started = new Started()
  // Without the mailer the measurement ends by itself, and clears up.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void started.end() })
  // As root, the server is another user, who must get in.
  await chmod(folder, 0o755)
  try {
    const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), log })
    const pool = createPool({ url: postgres.url, max: 3, name: 'bench', log })
    try {
      await migrate({ pool, log })
      const keys = formatMasterKeys([newMasterKey()])
      const seeding = performance.now()
      await seedSubscribers({ url: postgres.url, keys, count: recipients })
      say(`${recipients} readers made in ${((performance.now() - seeding) / 1000).toFixed(1)} s`)
      const number = await approveBenchIssue(pool, PUBLIC_URL)
      const sink = await startSink(started)
      const settings: Record<string, string> = {
        DATABASE_URL: postgres.url,
        DATA_DIR: folder,
        KEYS: keys,
        LOG_LEVEL: 'warn',
        PUBLIC_URL,
        SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
        MAIL_CONNECTIONS: String(CONNECTIONS),
        ...(values.unsigned ? {} : { DKIM_DOMAIN: 'hessen.example', DKIM_KEY_FILE: await writeKey(folder) })
      }
      const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], UV_THREADPOOL_SIZE: process.env['UV_THREADPOOL_SIZE'], NODE_OPTIONS: process.env['NODE_OPTIONS'], ...settings }
      const config = readConfig(settings)
      const { size } = await (await copyMaker(pool, config, number))()
      say(`a mail has ${size} bytes`)
      const mailer = await startMailer(started, env, values.profile)
      const rivals = values.alone
        ? { pooled: null, limit: null, source: null }
        : {
            pooled: await startRival(started, 'pooled', number, env),
            limit: values.unsigned ? null : await startRival(started, 'limit', number, env),
            source: smtpSource(sink.port, CONNECTIONS, size)
          }
      const plan = async (): Promise<number | null> => await startIssue({ pool, clock: systemClock, log, batchSize: config.MAIL_BATCH_SIZE }, number)
      const measured = await measure({ pool, number, recipients, plan, mailer, sink, rivals, databaseDirectory: join(folder, 'postgres'), signUp: values['sign-ups'] ? signUps(pool, keys) : null })
      const result = resultOf({ recipients, signed: !values.unsigned }, measured)
      const taken = await sink.taken(config.MAIL_FROM.address)
      printReport(say, measured, { sink: sink.what, taken })
      const broken = brokenPromises(result, measured, taken)
      for (const promise of broken) say(`BROKEN: ${promise}`)
      if (values.json) say(JSON.stringify(result))
      return broken.length === 0
    } finally {
      await started.end()
      await pool.end()
      await postgres.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeKey (folder: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const file = join(folder, 'dkim.pem')
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return file
}
