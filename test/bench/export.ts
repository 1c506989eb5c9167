import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { createPool } from '../../src/platform/database/pool.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { environment, log, onStage, type Stage } from './stage.js'
import { watchRun, type Run } from './watched-run.js'

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'bin.cjs')
const PASSPHRASE = 'sieben mal sieben Zwerge'
const MOST_MEGABYTES = 250

/** The line of `--json`. `per_second` is of the export; beside it, what taking it over takes. */
interface Result {
  subscribers: number
  per_second: number
  peak_mb: number
  archive_mb: number
  read_back: number
  lost: number
  doubles: number
  read_back_per_second: number
  read_back_peak_mb: number
  killed_and_resumed: boolean
}

/**
 * Exports by the command itself, and has another installation with other keys take the archive
 * over, which is killed (SIGKILL) in the middle. Returns whether what was promised holds.
 */
export async function exporting (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: { subscribers: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } }
  })
  const subscribers = Number(values.subscribers)
  const say = (text: string): void => { if (!values.json) console.log(text) }
  return await onStage({ recipients: subscribers, say }, async stage => {
    const file = join(stage.folder, 'move.age')
    const out = await run(stage, `export --reason bench > ${file}`)
    say(`exported in ${out.seconds.toFixed(1)} s, peak ${out.peak.toFixed(0)} MB`)
    return await withOther(stage, async (other, settings) => {
      const there = { ...stage, settings }
      const into = `import ${file} --yes --json`
      const killed = await run(there, into, async () => await isHalf(other, subscribers))
      const resumed = await run(there, into)
      for (const { seconds, peak } of [killed, resumed]) {
        say(`taken over in ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`)
      }
      const { all, different } = await countIn(other)
      const result: Result = {
        subscribers,
        per_second: Math.round(subscribers / out.seconds),
        peak_mb: Math.round(out.peak),
        archive_mb: Math.round((await stat(file)).size / 1_000_000),
        read_back: all,
        lost: subscribers - different,
        doubles: all - different,
        read_back_per_second: Math.round(subscribers / (killed.seconds + resumed.seconds)),
        read_back_peak_mb: Math.round(Math.max(killed.peak, resumed.peak)),
        killed_and_resumed: killed.killed && !resumed.killed
      }
      console.log(JSON.stringify(result))
      const isSame = await digest(stage.pool) === await digest(other)
      return isSame && result.lost === 0 && result.doubles === 0 && result.killed_and_resumed &&
        Math.max(result.peak_mb, result.read_back_peak_mb) <= MOST_MEGABYTES
    })
  })
}

/** Runs `subscribers …` with the passphrase, until it ends or has come so far. */
async function run (
  { settings, started }: Pick<Stage, 'settings' | 'started'>, line: string, far: (() => Promise<boolean>) | null = null
): Promise<Run> {
  const child = started.add(spawn('sh', ['-c', `exec ${process.execPath} ${PROGRAM} subscribers ${line}`], {
    env: environment(settings), stdio: ['pipe', 'ignore', 'ignore']
  }))
  child.stdin?.end(PASSPHRASE)
  return await watchRun(child, far)
}

/** Another installation on the same server. */
async function withOther<T> (
  { settings, folder, pool }: Stage, act: (pool: Pool, settings: Record<string, string>) => Promise<T>
): Promise<T> {
  await pool.query('create database other')
  const url = Object.assign(new URL(settings['DATABASE_URL'] ?? ''), { pathname: '/other' }).href
  const other = createPool({ url, max: 2, name: 'bench', log, statementMs: 600_000 })
  try {
    await migrate({ pool: other, log })
    const keys = formatMasterKeys([newMasterKey()])
    return await act(other, { ...settings, DATABASE_URL: url, KEYS: keys, DATA_DIR: join(folder, 'other') })
  } finally {
    await other.end()
  }
}

async function isHalf (pool: Pool, subscribers: number): Promise<boolean> {
  const { rows: [row] } = await pool.query<{ rows: number }>(
    'select n_live_tup::int as rows from pg_stat_user_tables where relname = \'subscriber\'')
  return (row?.rows ?? 0) > subscribers / 3
}

async function countIn (pool: Pool): Promise<{ all: number, different: number }> {
  const { rows: [row] } = await pool.query<{ all: number, different: number }>(
    'select count(*)::int as all, count(distinct address_index)::int as different from subscriber')
  return row ?? { all: 0, different: 0 }
}

/** Of the ids that all who are stored have, and of when they confirmed. */
async function digest (pool: Pool): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    const { rows: [row] } = await client.query<{ digest: string }>(
      `select md5(string_agg(id::text || date_trunc('milliseconds', confirmed_at)::text, ',' order by id)) as digest
       from subscriber where state = 'active'`)
    return row?.digest ?? ''
  } finally {
    client.release(true)
  }
}
