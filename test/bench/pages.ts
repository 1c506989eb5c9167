import { join } from 'node:path'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { planIssue } from '../../src/delivery/plan.js'
import { systemClock } from '../../src/platform/clock.js'
import type { BarePage } from './bare-web.js'
import { cpuSeconds } from './cpu.js'
import type { Load, LoadResult } from './http-client.js'
import { startMailer, type Mailer } from './mailer.js'
import { environment, log, onStage, type Stage } from './stage.js'
import { startBareWeb, startClient, startWeb, type WebServer } from './web.js'

/** The last line of `--json`, to the letter of who asked for it. */
interface Result {
  form_ratio: number
  privacy_ratio: number
  issue_ratio: number
  sign_up_ratio: number
  sign_up_per_second: number
  sign_up_p99_ms: number
}

/** What was got done in all slices of one server, and what it cost that server. */
interface Total { count: number, seconds: number, failed: number, cpu: number, p50Ms: number[], p99Ms: number[] }

const PAGE_LOAD = { connections: 32, milliseconds: 1_500 }
/** A sign-up is answered at whole multiples of 100 ms: only many at once keep the server busy. */
const SIGN_UP_LOAD = { connections: 256, milliseconds: 3_000 }
const WARM_UP_MS = 1_500
const ROUNDS = 5
const LEAST = { page: 0.5, signUp: 0.25 }
const SIGN_UP_PATH = '/abonnieren'
/** As many connections to the database as the web half has. */
const CONNECTIONS = 10

/** Measures the pages and the sign-up beside a bare Fastify, by turns. Returns whether every promise was kept. */
export async function pages (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      /** For work on the web half itself: profiles of it and of the mailer in this folder. */
      profile: { type: 'string' }
    }
  })
  const say = (text: string): void => { console.log(text) }
  return await onStage({ recipients: 1_000, say }, async stage => {
    const bench = await prepare(stage, values.profile)
    const result = await measure(bench, stage, say)
    const broken = brokenPromises(result)
    for (const promise of broken) say(`BROKEN: ${promise}`)
    // Profiles are written when programs end.
    await Promise.all([bench.ours.stop(), bench.mailer.stop()])
    if (values.json) say(JSON.stringify(result))
    return broken.length === 0
  })
}

interface Bench {
  ours: WebServer
  bare: WebServer
  mailer: Mailer
  ask: (load: Load) => Promise<LoadResult>
  issuePath: string
}

async function prepare (
  { pool, number, settings, started, folder }: Stage, profile: string | undefined
): Promise<Bench> {
  const env = environment({
    ...settings,
    SIGN_UP_NETWORK_LIMIT: '100000',
    SIGN_UP_MAIL_RATE: '100000',
    LOG_LEVEL: 'info'
  })
  const mailer = await startMailer(started, { ...env, LOG_LEVEL: 'warn' }, profile)
  await planIssue({ pool, clock: systemClock, log, batchSize: 500 }, number)
  const { rows: [{ slug }] } = await pool.query('select slug from issue where number = $1', [number])
  const issuePath = `/ausgaben/${slug}`
  const ours = await startWeb(started, env, join(folder, 'web.log'), profile)
  const bare = await startBareWeb(started, {
    databaseUrl: settings['DATABASE_URL'] as string,
    connections: CONNECTIONS,
    signUpPath: SIGN_UP_PATH,
    pages: await Promise.all([SIGN_UP_PATH, '/datenschutz', issuePath].map(async path => await copyPage(ours, path)))
  })
  return { ours, bare, mailer, ask: await startClient(started), issuePath }
}

/**
 * A page as a browser gets it. `fetch` unpacks what it gets, so the plain body is packed by the
 * rival's own headers.
 */
async function copyPage ({ port }: WebServer, path: string): Promise<BarePage> {
  const { request } = await import('node:http')
  return await new Promise((resolve, reject) => {
    request({ port, path, headers: { 'accept-encoding': 'gzip, deflate, br' } }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`))
        const { 'content-type': type = '', 'content-encoding': encoding } = answer.headers
        const headers = { 'content-type': type, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) }
        resolve({ path, headers, body: Buffer.concat(chunks).toString('base64') })
      })
    }).on('error', reject).end()
  })
}

async function measure (bench: Bench, { pool, sink }: Stage, say: (text: string) => void): Promise<Result> {
  const { issuePath, mailer } = bench
  mailer.signal('SIGSTOP')
  const form = await compare(bench, { ...PAGE_LOAD, path: SIGN_UP_PATH }, say)
  const privacy = await compare(bench, { ...PAGE_LOAD, path: '/datenschutz' }, say)
  const issue = await compare(bench, { ...PAGE_LOAD, path: issuePath }, say)
  const signUp = await compare(bench, { ...SIGN_UP_LOAD, path: SIGN_UP_PATH, signUps: 'neu' }, say)
  const { rows: [stored] } = await pool.query('select count(*)::int as count from subscriber where state = \'pending\'')
  const taken = await sink.taken('integrationsbrief@hessen.example')
  say(`${stored.count} sign-ups stored; ` +
    `${taken ?? 'uncounted'} mails, those of the issue among them, were taken by ${sink.what}`)
  return {
    form_ratio: form.ratio,
    privacy_ratio: privacy.ratio,
    issue_ratio: issue.ratio,
    sign_up_ratio: signUp.ratio,
    sign_up_per_second: Math.round(signUp.ours.count / signUp.ours.seconds),
    sign_up_p99_ms: Math.round(median(signUp.ours.p99Ms))
  }
}

/** Asks both servers by turns: what disturbs one disturbs the other. The mailer runs while sign-ups come in. */
async function compare (
  bench: Bench, load: Omit<Load, 'port'>, say: (text: string) => void
): Promise<{ ratio: number, ours: Total }> {
  const { ours, bare, mailer, ask } = bench
  const totals = { ours: total(), bare: total() }
  await ask({ ...load, port: bare.port, milliseconds: WARM_UP_MS })
  await ask({ ...load, port: ours.port, milliseconds: WARM_UP_MS })
  const load1 = loadavg()[0] as number
  for (let round = 0; round < ROUNDS; round++) {
    add(totals.bare, bare, await timed(bare))
    if (load.signUps !== undefined) mailer.signal('SIGCONT')
    add(totals.ours, ours, await timed(ours))
    mailer.signal('SIGSTOP')
  }
  const ratio = round(rate(totals.ours) / rate(totals.bare))
  const request = `${load.signUps === undefined ? 'GET' : 'POST'} ${load.path}`
  say(`${request}: ${ratio} of a bare Fastify (load of the machine ${load1.toFixed(1)})`)
  for (const [name, sum] of Object.entries(totals)) say(`  ${name}: ${describe(sum)}`)
  return { ratio, ours: totals.ours }

  async function timed (server: WebServer): Promise<LoadResult & { cpu: number }> {
    const before = cpuSeconds(server.pid)
    const result = await ask({ ...load, port: server.port })
    return { ...result, cpu: cpuSeconds(server.pid) - before }
  }

  function add (sum: Total, server: WebServer, slice: LoadResult & { cpu: number }): void {
    if (slice.failed > 0) throw new Error(`${slice.failed} requests to port ${server.port} were not answered with 200`)
    sum.count += slice.count
    sum.seconds += slice.seconds
    sum.cpu += slice.cpu
    sum.p50Ms.push(slice.p50Ms)
    sum.p99Ms.push(slice.p99Ms)
  }
}

function total (): Total {
  return { count: 0, seconds: 0, failed: 0, cpu: 0, p50Ms: [], p99Ms: [] }
}

function rate ({ count, seconds }: Total): number {
  return count / seconds
}

function describe (sum: Total): string {
  return `${rate(sum).toFixed(0)} a second, each ${(sum.cpu * 1e6 / sum.count).toFixed(0)} µs of processors; ` +
    `p50 ${median(sum.p50Ms).toFixed(1)} ms, p99 ${median(sum.p99Ms).toFixed(1)} ms`
}

function brokenPromises (result: Result): string[] {
  const least = (name: keyof Result, floor: number): string[] =>
    result[name] >= floor ? [] : [`${name} is ${result[name]}, not ${floor}`]
  return [
    ...(['form_ratio', 'privacy_ratio', 'issue_ratio'] as const).flatMap(name => least(name, LEAST.page)),
    ...least('sign_up_ratio', LEAST.signUp)
  ]
}

function median (values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

function round (value: number): number {
  return Number(value.toFixed(2))
}
