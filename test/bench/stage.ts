import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import { startEmbeddedPostgres } from '../../src/local/postgres/embedded-postgres.js'
import { formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { startSink, Started, type Sink } from './children.js'
import { approveBenchIssue } from './issue.js'
import { seedSubscribers } from './seed.js'

export const PUBLIC_URL = 'https://integrationsbrief.hessen.example'
export const log = pino({ level: 'silent' })

/**
 * What a measurement needs: a database that syncs to disk, readers in it, an approved issue, and a
 * sink in a process of its own.
 */
export interface Stage {
  folder: string
  pool: Pool
  /** As the setting KEYS. */
  keys: string
  number: number
  sink: Sink
  started: Started
  /** What the mailer is told, but for how it shall send. */
  settings: Record<string, string>
}

/** Sets the stage, lets `act` measure, and clears up whatever happened. */
export async function onStage <T> (
  { recipients, say }: { recipients: number, say: (text: string) => void }, act: (stage: Stage) => Promise<T>
): Promise<T> {
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
      const settings = {
        DATABASE_URL: postgres.url,
        DATA_DIR: folder,
        KEYS: keys,
        LOG_LEVEL: 'warn',
        PUBLIC_URL,
        SMTP_URL: `smtp://127.0.0.1:${sink.port}`
      }
      return await act({ folder, pool, keys, number, sink, started, settings })
    } finally {
      await started.end()
      await pool.end()
      await postgres.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What of our own environment a program needs to run at all. */
export function environment (settings: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_OPTIONS } = process.env
  return { PATH, HOME, NODE_OPTIONS, ...settings }
}

/** Makes a DKIM key of 2048 bits; returns its file. */
export async function writeKey (folder: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const file = join(folder, 'dkim.pem')
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return file
}
