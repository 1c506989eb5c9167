import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { readProgress } from '../../src/delivery/progress.js'
import type { Rival, Sink } from './children.js'
import { cpuSeconds, mainThreadSeconds, peakMegabytes } from './cpu.js'
import type { Mailer } from './mailer.js'
import type { Slice } from './slice.js'

/** Seconds of the clock, and of the processors for each program. */
type Times = Record<'seconds' | 'mailer' | 'mailerMain' | 'database' | 'sink', number>

/**
 * How far the mailer is. Times are those in which it ran, without those in which it stood still.
 */
export interface Mark { sent: number, times: Times, peakMegabytes: number }

export interface Measured {
  planningSeconds: number
  planned: number
  /** Commits of the database from planning to the end, ours of looking among them. */
  commits: number
  /** At the end. */
  end: Mark
  /** When the first 50,000 were sent, if there are more. */
  early: Mark | null
  slices: Record<'pooled' | 'limit' | 'source', Slice[]>
  /**
   * How long mails that ask for confirmation took meanwhile, in milliseconds; empty if nobody
   * signed up.
   */
  confirmations: number[]
}

export interface Bench {
  pool: Pool
  number: number
  recipients: number
  plan: () => Promise<number | null>
  mailer: Mailer
  sink: Sink
  rivals: Record<'pooled' | 'limit' | 'source', Rival | null>
  databaseDirectory: string
  signUp: (() => Promise<number>) | null
}

/**
 * After which parts of the issue the mailer stands still for its rivals, besides before and after
 * it.
 */
const REST_AT = [0.2, 0.4, 0.6, 0.8]
const EARLY = 50_000
const LOOK_MS = 50
const SIGN_UP_EVERY_MS = 250

/**
 * Sends the issue and measures. The machine may be busy with other things, so the rivals do not run
 * once, but in slices between the parts of the issue: what disturbs one disturbs all.
 */
export async function measure (bench: Bench): Promise<Measured> {
  const { pool, number, recipients, mailer, sink, rivals, databaseDirectory, signUp } = bench
  const database = Number(/^\d+/.exec(readFileSync(join(databaseDirectory, 'cluster', 'postmaster.pid'), 'utf8'))?.[0])
  const slices: Measured['slices'] = { pooled: [], limit: [], source: [] }
  const runRivals = async (): Promise<void> => {
    for (const name of ['limit', 'pooled', 'source'] as const) {
      const slice = await rivals[name]?.()
      if (slice !== undefined) slices[name].push(slice)
    }
  }
  const look = (): Times => ({
    seconds: performance.now() / 1000,
    mailer: cpuSeconds(mailer.pid),
    mailerMain: mainThreadSeconds(mailer.pid),
    database: cpuSeconds(database),
    sink: cpuSeconds(sink.pid)
  })

  const countCommits = async (): Promise<number> => {
    const { rows } = await pool.query(
      'select xact_commit::int as count from pg_stat_database where datname = current_database()'
    )
    return rows[0].count
  }

  await runRivals()
  const commitsBefore = await countCommits()
  const beforePlanning = performance.now()
  const planned = await bench.plan() ?? 0
  const planningSeconds = (performance.now() - beforePlanning) / 1000
  /** What to take away from a look: what was before, and the times of rest. */
  let start = look()
  const mark = (sent: number): Mark => ({ sent, times: minus(look(), start), peakMegabytes: peakMegabytes(mailer.pid) })
  let early: Mark | null = null
  const confirmations: number[] = []
  const rests = REST_AT.map(part => part * recipients)
  for (;;) {
    const { sent, waiting, state } = await readProgress({ pool }, number)
    if (state !== 'sending') break
    mailer.mustLive()
    if (early === null && recipients > EARLY && sent >= EARLY) early = mark(sent)
    if (sent >= (rests[0] ?? Infinity) && waiting > 0) {
      rests.shift()
      mailer.signal('SIGSTOP')
      const ran = minus(look(), start)
      await runRivals()
      start = minus(look(), ran)
      mailer.signal('SIGCONT')
    }
    if (signUp === null) await delay(LOOK_MS)
    else {
      confirmations.push(await signUp())
      await delay(SIGN_UP_EVERY_MS)
    }
  }
  const { sent } = await readProgress({ pool }, number)
  const end = mark(sent)
  await runRivals()
  await mailer.stop()
  return { planningSeconds, planned, commits: await countCommits() - commitsBefore, end, early, slices, confirmations }
}

function minus (times: Times, others: Times): Times {
  const names = Object.keys(times) as Array<keyof Times>
  return Object.fromEntries(names.map(name => [name, times[name] - others[name]])) as Times
}
