import { request } from 'node:http'
import { join } from 'node:path'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { planIssue } from '../../src/delivery/plan.js'
import { systemClock } from '../../src/platform/clock.js'
import { copyIssues } from '../support/issues.js'
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
  archive_ratio: number
  feed_ratio: number
  sign_up_ratio: number
  sign_up_per_second: number
  sign_up_p99_ms: number
}

/** What one server got done in a slice, and what that cost it. */
type Slice = LoadResult & { cpu: number }

const PAGE_LOAD = { connections: 32, milliseconds: 600, rounds: 12 }
/** A sign-up is answered at whole multiples of 100 ms: only many at once keep the server busy. */
const SIGN_UP_LOAD = { connections: 768, milliseconds: 3_000, rounds: 5 }
const WARM_UP_MS = 1_500
const LEAST = { page: 0.5, signUp: 0.25 }
const SIGN_UP_PATH = '/abonnieren'
const LIST_PATH = '/ausgaben'
const FEED_PATH = '/ausgaben/feed.xml'
/** In the archive. */
const ISSUES = 500
/** As many connections to the database as the web half has. */
const CONNECTIONS = 10

/**
 * Measures the pages and the sign-up beside a bare Fastify, by turns. Returns whether every promise
 * was kept.
 */
export async function pages (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      /** For work on the web half itself: profiles of it and of the mailer in this folder. */
      profile: { type: 'string' }
    }
  })
  const say: Say = text => { console.log(text) }
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

type Say = (text: string) => void

interface Bench {
  ours: WebServer
  bare: WebServer
  mailer: Mailer
  ask: (load: Load) => Promise<LoadResult>
  issuePath: string
}

async function prepare (stage: Stage, profile: string | undefined): Promise<Bench> {
  const { pool, number, settings, started, folder } = stage
  const limits = { SIGN_UP_NETWORK_LIMIT: '100000', SIGN_UP_MAIL_RATE: '100000' }
  const env = environment({ ...settings, ...limits, LOG_LEVEL: 'info' })
  const mailer = await startMailer(started, { ...env, LOG_LEVEL: 'warn' }, profile)
  await planIssue({ pool, clock: systemClock, log, batchSize: 500 }, number)
  const { rows: [{ slug }] } = await pool.query('select slug from issue where number = $1', [number])
  const issuePath = `/ausgaben/${slug}`
  await copyIssues({ pool }, { number, copies: ISSUES - 1 })
  const ours = await startWeb(started, env, join(folder, 'web.log'), profile)
  const paths = [SIGN_UP_PATH, '/datenschutz', issuePath, LIST_PATH, FEED_PATH]
  const bare = await startBareWeb(started, {
    databaseUrl: settings['DATABASE_URL'] as string,
    connections: CONNECTIONS,
    signUpPath: SIGN_UP_PATH,
    pages: await Promise.all(paths.map(async path => await copyPage(ours, path)))
  })
  return { ours, bare, mailer, ask: await startClient(started), issuePath }
}

/** A page as a browser gets it, compressed; `fetch` would unpack it. */
async function copyPage ({ port }: WebServer, path: string): Promise<BarePage> {
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

async function measure (bench: Bench, { pool, sink }: Stage, say: Say): Promise<Result> {
  const { issuePath, mailer } = bench
  mailer.signal('SIGSTOP')
  const form = await compare(bench, { ...PAGE_LOAD, path: SIGN_UP_PATH }, say)
  const privacy = await compare(bench, { ...PAGE_LOAD, path: '/datenschutz' }, say)
  const issue = await compare(bench, { ...PAGE_LOAD, path: issuePath }, say)
  const archive = await compare(bench, { ...PAGE_LOAD, path: LIST_PATH }, say)
  const feed = await compare(bench, { ...PAGE_LOAD, path: FEED_PATH }, say)
  const signUp = await compare(bench, { ...SIGN_UP_LOAD, path: SIGN_UP_PATH, signUps: 'neu' }, say)
  const { rows: [stored] } = await pool.query('select count(*)::int as count from subscriber where state = \'pending\'')
  const taken = await sink.taken('integrationsbrief@hessen.example')
  say(`${stored.count} sign-ups stored; ${taken ?? 'uncounted'} mails, those of the issue among them, ` +
    `were taken by ${sink.what}`)
  return {
    form_ratio: form.ratio,
    privacy_ratio: privacy.ratio,
    issue_ratio: issue.ratio,
    archive_ratio: archive.ratio,
    feed_ratio: feed.ratio,
    sign_up_ratio: signUp.ratio,
    sign_up_per_second: Math.round(rate(signUp.ours)),
    sign_up_p99_ms: Math.round(median(signUp.ours.map(({ p99Ms }) => p99Ms)))
  }
}

interface Comparison { ratio: number, ours: Slice[] }

/**
 * Asks both servers by turns, in many short slices: a neighbour that disturbs some of them does not
 * move the median of their ratios. The mailer runs while sign-ups come in.
 */
async function compare (bench: Bench, plan: Omit<Load, 'port'> & { rounds: number }, say: Say): Promise<Comparison> {
  const { mailer } = bench
  const { rounds, ...load } = plan
  const slices: Record<'ours' | 'bare', Slice[]> = { ours: [], bare: [] }
  for (const name of ['bare', 'ours'] as const) await slice(bench, name, { ...load, milliseconds: WARM_UP_MS })
  const machine = loadavg()[0] as number
  for (let round = 0; round < rounds; round++) {
    slices.bare.push(await slice(bench, 'bare', load))
    if (load.signUps !== undefined) mailer.signal('SIGCONT')
    slices.ours.push(await slice(bench, 'ours', load))
    mailer.signal('SIGSTOP')
  }
  const ratio = round2(median(slices.ours.map(({ count }, index) => count / (slices.bare[index] as Slice).count)))
  const verb = load.signUps === undefined ? 'GET' : 'POST'
  say(`${verb} ${load.path}: ${ratio} of a bare Fastify (load of the machine ${machine.toFixed(1)})`)
  for (const [name, list] of Object.entries(slices)) say(`  ${name}: ${describe(list)}`)
  return { ratio, ours: slices.ours }
}

async function slice (bench: Bench, name: 'ours' | 'bare', load: Omit<Load, 'port'>): Promise<Slice> {
  const { pid, port } = bench[name]
  const before = cpuSeconds(pid)
  const result = await bench.ask({ ...load, port })
  if (result.failed > 0) throw new Error(`${result.failed} requests to ${name} were not answered with 200`)
  return { ...result, cpu: cpuSeconds(pid) - before }
}

function rate (slices: Slice[]): number {
  return median(slices.map(({ count, seconds }) => count / seconds))
}

function describe (slices: Slice[]): string {
  const sum = (of: (slice: Slice) => number): number => slices.reduce((total, slice) => total + of(slice), 0)
  const each = sum(({ cpu }) => cpu) * 1e6 / sum(({ answered }) => answered)
  const [p50, p99] = [median(slices.map(({ p50Ms }) => p50Ms)), median(slices.map(({ p99Ms }) => p99Ms))]
  return `${rate(slices).toFixed(0)} a second, each ${each.toFixed(0)} µs of processors; ` +
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}

function brokenPromises (result: Result): string[] {
  const least = (name: keyof Result, floor: number): string[] =>
    result[name] >= floor ? [] : [`${name} is ${result[name]}, not ${floor}`]
  return [
    ...(['form_ratio', 'privacy_ratio', 'issue_ratio', 'archive_ratio', 'feed_ratio'] as const)
      .flatMap(name => least(name, LEAST.page)),
    ...least('sign_up_ratio', LEAST.signUp)
  ]
}

function median (values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

function round2 (value: number): number {
  return Number(value.toFixed(2))
}
