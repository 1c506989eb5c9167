import { setTimeout as delay } from 'node:timers/promises'
import { startProgram, type Running } from '../support/cli.js'
import type { Stage } from './stage.js'
import { ageLocks, hurryJobs } from '../support/queue.js'

/** A mailer: a process that was started by `work`, or by `start` with the web half in it. */
export interface Mailer {
  program: Running
  /** Where its web half listens. */
  url: string | null
  /** The names it beats and takes jobs under. */
  ids: string[]
  /** What it has logged until now. */
  log: () => string
  /** Set when it was told to end, or killed. */
  ended: boolean
}

const LOOK_EVERY_MS = 50
/** A mailer's names come one by one, within a few milliseconds. */
const QUIET_LOOKS = 5

/** What tells that it is at work. */
const READY = { work: 'The mailer is running.', start: 'End with Ctrl-C.' }

/** How long a mailer may take to end. */
const END_WITHIN_MS = 10_000

/** As the sink tells the time. */
export const now = (): number => performance.timeOrigin + performance.now()

/** Starts a mailer and waits until it is at work. One after the other, or their names would mix. */
export async function startMailer (stage: Stage, command: keyof typeof READY = 'work'): Promise<Mailer> {
  const known = new Set((await findNames(stage)))
  const program = startProgram(stage.t, [command], { ...stage.settings, PORT: '0' })
  let log = ''
  program.process.stderr?.on('data', (text: string) => { log += text })
  const said = await program.says(READY[command])
  let ids: string[] = []
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    await delay(LOOK_EVERY_MS)
    const found = (await findNames(stage)).filter(id => !known.has(id))
    quiet = found.length === ids.length && found.length > 0 ? quiet + 1 : 0
    ids = found
  }
  const mailer = { program, url: /http:\S+(?=\/abonnieren)/.exec(said)?.[0] ?? null, ids, log: () => log, ended: false }
  stage.mailers.push(mailer)
  return mailer
}

async function findNames ({ pool }: Stage): Promise<string[]> {
  return (await pool.query<{ id: string }>('select id from worker')).rows.map(({ id }) => id)
}

/**
 * Lets the patience with a silent mailer run out now: its last signs of life are an hour old. Only
 * for one that is dead or stopped; another then finds out by itself.
 */
export async function outwait (stage: Stage, { ids }: Mailer): Promise<void> {
  await stage.pool.query('update worker set seen_at = seen_at - interval \'1 hour\' where id = any ($1)', [ids])
  await ageLocks(stage, ids)
}

/** Jobs that the queue has put off are tried now. Returns how many. */
export async function hurryDeferred (stage: Stage): Promise<void> {
  if (await hurryJobs(stage) === 0) return
  await stage.pool.query('select pg_notify(\'jobs:insert\', \'{"r":"chaos","count":1}\')')
}

/** Asks a mailer to end. Throws an Error if it does not do so in time and in good order. */
export async function endMailer (mailer: Mailer): Promise<void> {
  mailer.ended = true
  const ended = await Promise.race([mailer.program.end('SIGTERM'), delay(END_WITHIN_MS, null, { ref: false })])
  if (ended === null) throw new Error('a mailer did not end within 10 s of SIGTERM')
  if (ended.code !== 0) throw new Error(`a mailer ended with ${ended.code} after SIGTERM`)
}
