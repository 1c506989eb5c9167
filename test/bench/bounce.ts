import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { verpSender } from '../../src/delivery/verp.js'
import { createKeyring, parseMasterKeys } from '../../src/platform/crypto/keyring.js'
import { freePort } from '../../src/platform/free-port.js'
import { connectToRelay, type RelayConnection } from '../../src/platform/smtp/relay-connection.js'
import { readRelayUrl } from '../../src/platform/smtp/relay-url.js'
import { notification } from '../bounce/act/reports.js'
import { MAIN } from './mailer.js'
import { environment, onStage, type Stage } from './stage.js'
import { watchRun } from './watched-run.js'

const DOMAIN = 'rueck.integrationsbrief.example'
const CONNECTIONS = 40
const ISSUES = 6
const LEAST_RATE = 500
const RETRY_MS = 100

/** The line of `--json`, to the letter of the issue that asked for it. */
interface Result {
  reports: number
  reports_per_second: number
  peak_mb: number
  acted: number
  doubled: number
  lost: number
}

interface Report { to: string, text: string }

/**
 * Hands reports to the listener of a mailer, which is killed (SIGKILL) in the middle and started
 * again; what was not answered is sent again, as mail servers do. Of ten reports, seven are soft,
 * six of each reader, and three are hard. Returns whether each had its effect once, fast enough.
 */
export async function bounce (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      reports: { type: 'string', default: '50000' },
      json: { type: 'boolean', default: false },
      /** For work on the doors: a profile of the second mailer in this folder. */
      profile: { type: 'string' }
    }
  })
  const reports = Number(values.reports)
  const soft = Math.floor(reports * 0.7 / ISSUES)
  const hard = reports - soft * ISSUES
  const say = (text: string): void => { if (!values.json) console.log(text) }
  return await onStage({ recipients: soft + hard, say }, async stage => {
    const all = await writeReports(stage, { soft })
    const port = await freePort()
    const settings = { ...stage.settings, MAIL_BOUNCE_DOMAIN: DOMAIN, MAIL_BOUNCE_LISTEN: `smtp://127.0.0.1:${port}` }
    const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
    const work = (): ChildProcess => stage.started.add(spawn(process.execPath, [...flags, MAIN, 'work'], {
      env: environment(settings), stdio: ['ignore', 'ignore', 'inherit']
    }))
    const start = performance.now()
    const sent = sendAll(all, port)
    const first = await watchRun(work(), async () => await countReports(stage.pool) > reports / 2)
    say(`killed after ${first.seconds.toFixed(1)} s, with ${await countReports(stage.pool)} reports read`)
    const second = work()
    const ended = watchRun(second)
    await sent
    const seconds = (performance.now() - start) / 1000
    second.kill('SIGTERM')
    const result = await judge(stage, { reports, soft, hard }, {
      seconds, peak: Math.max(first.peak, (await ended).peak)
    })
    console.log(JSON.stringify(result))
    return result.reports_per_second >= LEAST_RATE && result.acted === soft + hard && result.doubled === 0 &&
      result.lost === 0
  })
}

/** The reports, in an order in which those of one reader are far apart. */
async function writeReports (stage: Stage, { soft }: { soft: number }): Promise<Report[]> {
  const { pool } = stage
  const keys = createKeyring(parseMasterKeys(stage.keys))
  const issues = await sentIssues(stage)
  const { rows } = await pool.query<{ id: string }>('select id from subscriber order by id')
  const ids = rows.map(({ id }) => id)
  const softly = issues.flatMap(issue => ids.slice(0, soft).map(id => ({
    to: verpSender(keys, DOMAIN, { id, issue }), status: '4.4.7', reply: '451 4.4.1 no answer from host'
  })))
  const [issue = 0] = issues
  const hardly = ids.slice(soft).map(id => ({ to: verpSender(keys, DOMAIN, { id, issue }) }))
  const all = [...softly, ...hardly]
  // A step that has no factor in common with the length meets each once.
  const step = [7_919, 7_927, 7_933].find(prime => all.length % prime !== 0) ?? 1
  return all.map((_, index) => {
    const each = all[index * step % all.length] as { to: string, status?: string, reply?: string }
    return { to: each.to, text: notification(each) }
  })
}

/** Adds issues of which any share of mailboxes may be gone. Returns their numbers. */
async function sentIssues ({ pool }: Stage): Promise<number[]> {
  const { rows } = await pool.query<{ number: number }>(`
    with added as (
      insert into issue (number, slug, content, content_hash, state, approved_at, published_at)
      select 100 + n, 'ausgabe-' || n, '{}', int4send(n), 'published', now(), now()
      from generate_series(1, $1::int) as n
      returning number
    ), edited as (
      insert into edition (issue_number, subject, html, body, page, title, date, summary)
      select number, '', '', '', '', '', '2026-03-02', '{}' from added returning issue_number
    )
    insert into delivery (issue_number, state, started_at, guard_settled, accepted_hard)
    select issue_number, 'sent', now(), 50000, 1 from edited returning issue_number as number`, [ISSUES])
  return rows.map(({ number }) => number)
}

async function countReports (pool: Pool): Promise<number> {
  const { rows: [row] } = await pool.query<{ count: number }>('select count(*)::int as count from bounce_report')
  return row?.count ?? 0
}

/** Sends all over some connections; what is not taken is sent again. */
async function sendAll (reports: readonly Report[], port: number): Promise<void> {
  const target = readRelayUrl(`smtp://127.0.0.1:${port}`)
  const waiting = [...reports]
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    let connection: RelayConnection | null = null
    for (let report = waiting.pop(); report !== undefined;) {
      try {
        connection ??= await connectToRelay(target, { name: 'mx.bench.example', timeoutMs: 60_000 })
        const raw = Buffer.from(report.text)
        await connection.send({ from: '', to: report.to, id: '' }, { pieces: [raw], size: raw.length })
        report = waiting.pop()
      } catch {
        connection?.close()
        connection = null
        await delay(RETRY_MS)
      }
    }
    connection?.close()
  }))
}

async function judge (
  { pool }: Stage,
  { reports, soft, hard }: { reports: number, soft: number, hard: number },
  { seconds, peak }: { seconds: number, peak: number }
): Promise<Result> {
  const { rows: [found] } = await pool.query<{ left: number, counted: number, suppressed: number }>(
    `select (select count(*)::int from subscriber) as left, (select count(*)::int from suppression) as suppressed,
            (select sum(count)::int from bounce_count where fate in ('counted', 'gone')) as counted`)
  const { left = 0, counted = 0, suppressed = 0 } = found ?? {}
  const acted = soft + hard - left
  return {
    reports,
    reports_per_second: Math.round(reports / seconds),
    peak_mb: Math.round(peak),
    acted,
    doubled: Math.max(0, counted - reports) + Math.abs(suppressed - acted),
    lost: Math.max(0, reports - counted)
  }
}
