import { join } from 'node:path'
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import type { Draft } from '../../src/issue/draft/read-draft.js'
import { scriptWeights, weightOf } from '../support/script-weight.js'
import { cpuSeconds } from './cpu.js'
import { createClient, type Client } from './desk-client.js'
import { fillDesk, type Desk } from './desk-stage.js'
import { environment, onStage, type Stage } from './stage.js'
import { startWeb, type WebServer } from './web.js'

const PEOPLE = 20
/** How often everybody does everything before anything is measured. */
const WARM_UP_ROUNDS = 8
const ISSUES = 500
const DRAFTS = 50
const BLOCKS = 20
const MOST = { page: 100, save: 50, preview: 250, scripts: 120 }

/** The last line of `--json`. */
interface Result {
  subscribers: number
  issues: number
  pages: Record<string, { p50_ms: number, p99_ms: number }>
  save_p99_ms: number
  preview_p99_ms: number
  script_kb_gzip: number
}

/**
 * Measures every page of the desk, saving and the preview, with twenty people who ask at once and
 * without a pause. Returns whether every promise was kept.
 */
export async function desk (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      subscribers: { type: 'string', default: '1000000' },
      /** Requests of each person for each page. */
      rounds: { type: 'string', default: '50' },
      /** For work on the desk itself: only what is named so, a pattern. */
      only: { type: 'string', default: '' },
      /** Likewise: a profile of the web process in this folder. */
      profile: { type: 'string' }
    }
  })
  const [recipients, rounds] = [Number(values.subscribers), Number(values.rounds)]
  const say = (text: string): void => { console.log(text) }
  return await onStage({ recipients, say }, async stage => {
    const full = await fillDesk(stage, { people: PEOPLE, issues: ISSUES, drafts: DRAFTS, blocks: BLOCKS })
    const log = join(stage.folder, 'web.log')
    const web = await startWeb(stage.started, environment(stage.settings), log, values.profile)
    const clients = full.sessions.map(session => createClient({ port: web.port, session }))
    const measured = await measure({ clients, web, rounds, say, only: values.only }, full)
    const result = { subscribers: recipients, issues: await countIssues(stage), ...measured }
    const broken = brokenPromises(result)
    for (const promise of broken) say(`BROKEN: ${promise}`)
    for (const client of clients) client.close()
    await web.stop()
    if (values.json) say(JSON.stringify(result))
    return broken.length === 0
  })
}

interface Bench { clients: Client[], web: WebServer, rounds: number, only: string, say: (text: string) => void }

async function measure (bench: Bench, { drafts }: Desk): Promise<Omit<Result, 'subscribers' | 'issues'>> {
  const pages: Result['pages'] = {}
  const save = saver(drafts)
  await warmUp(bench, [...Object.values(pagesOf(drafts)).map(path => readerOf(path)), save])
  for (const [name, path] of Object.entries(pagesOf(drafts))) {
    const times = await atOnce(bench, name, readerOf(path))
    pages[name] = { p50_ms: milliseconds(times, 50), p99_ms: milliseconds(times, 99) }
  }
  const saves = await atOnce(bench, 'a save', save)
  const previews = await atOnce(bench, 'a preview after a save', async (client, turn) => {
    await client.get(`/redaktion/entwuerfe/${draftOf(drafts, turn).id}/vorschau`)
  }, save)
  return {
    pages,
    save_p99_ms: milliseconds(saves, 99),
    preview_p99_ms: milliseconds(previews, 99),
    script_kb_gzip: Number((weightOf(scriptWeights()).pages / 1000).toFixed(1))
  }
}

type Act = (client: Client, turn: Turn) => Promise<void>

function readerOf (path: (turn: Turn) => string): Act {
  return async (client, turn) => { await client.get(path(turn)) }
}

/**
 * Everybody does everything some times before anything is measured: Node.js compiles a program
 * while it runs, and readers of a desk that has just started are few.
 */
async function warmUp ({ clients }: Bench, acts: readonly Act[]): Promise<void> {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    for (const act of acts) {
      await Promise.all(clients.map(async (client, person) => { await act(client, { person, round }) }))
    }
  }
}

interface Turn { person: number, round: number }

/** The desk's pages, by the names of their routes. Nobody reads a page twice in a row. */
function pagesOf (drafts: readonly Draft[]): Record<string, (turn: Turn) => string> {
  const ofDraft = (rest: string) => (turn: Turn): string => `/redaktion/entwuerfe/${draftOf(drafts, turn).id}${rest}`
  const plain = ['', '?vor=400', '/entwuerfe/neu', '/entwuerfe/geloescht', '/konto', '/konten', '/einstellungen',
    '/protokoll', '/protokoll/pruefung', '/hilfe', '/anmelden', '/neues-passwort']
  return {
    ...Object.fromEntries(plain.map(path => [`/redaktion${path}`, () => `/redaktion${path}`])),
    '/redaktion/ausgaben/:number': ({ person, round }) => `/redaktion/ausgaben/${1 + (person * 31 + round) % 400}`,
    '/redaktion/entwuerfe/:draft': ofDraft(''),
    '/redaktion/entwuerfe/:draft/freigabe': ofDraft('/freigabe'),
    '/redaktion/entwuerfe/:draft/fassungen': ofDraft('/fassungen'),
    '/redaktion/entwuerfe/:draft/fassungen/:number': ofDraft('/fassungen/1'),
    '/redaktion/entwuerfe/:draft/vorschau': ofDraft('/vorschau'),
    '/redaktion/entwuerfe/:draft/vorschau?ansicht=aloud': ofDraft('/vorschau?ansicht=aloud'),
    '/redaktion/entwuerfe/:draft/vorschau/mail': ofDraft('/vorschau/mail'),
    '/redaktion/entwuerfe/:draft/vorschau/pruefung': ofDraft('/vorschau/pruefung')
  }
}

function draftOf (drafts: readonly Draft[], { person, round }: Turn): Draft {
  return drafts[(person + round * PEOPLE) % drafts.length] as Draft
}

/** Saves the next block of a draft with a text that it did not have before. */
function saver (drafts: readonly Draft[]): Act {
  const versions = new Map<string, number>()
  let texts = 0
  return async (client, turn) => {
    const { id, blocks } = draftOf(drafts, turn)
    const block = blocks[turn.round % blocks.length] as Draft['blocks'][number]
    const base = versions.get(block.id) ?? block.version
    const fields = { ...block.fields, [textField(block.fields)]: `Ein neuer Text, der ${++texts}.` }
    const answer = await client.post(`/redaktion/entwuerfe/${id}/bloecke/${block.id}`, { base, fields })
    versions.set(block.id, (JSON.parse(answer) as { version: number }).version)
  }
}

function textField (fields: Draft['blocks'][number]['fields']): string {
  return ['body', 'description', 'text', 'headline', 'title'].find(key => typeof fields[key] === 'string') ?? 'title'
}

/**
 * Every person does something again and again, all at once, and `before` it what is not measured.
 * The first rounds are not measured either: then each draft is read again after what was changed.
 */
async function atOnce (
  { clients, web, rounds, say, only }: Bench,
  name: string,
  act: Act,
  before: Act = async () => {}
): Promise<RecordableHistogram> {
  const times = createHistogram()
  if (!new RegExp(only).test(name)) return times
  const cpu = cpuSeconds(web.pid)
  const first = Math.ceil(DRAFTS / PEOPLE)
  const everyone = async (from: number, to: number): Promise<void> => {
    await Promise.all(clients.map(async (client, person) => {
      for (let round = from; round < to; round++) {
        await before(client, { person, round })
        const start = performance.now()
        await act(client, { person, round })
        if (from > 0) times.record(Math.max(1, Math.round((performance.now() - start) * 1000)))
      }
    }))
  }
  await everyone(0, first)
  await everyone(first, first + rounds)
  const [median, most] = [milliseconds(times, 50), milliseconds(times, 99)]
  const each = (cpuSeconds(web.pid) - cpu) * 1_000 / (clients.length * (first + rounds))
  say(`${name}: p50 ${median.toFixed(1)} ms, p99 ${most.toFixed(1)} ms; each ${each.toFixed(1)} ms of processor`)
  return times
}

function milliseconds (times: RecordableHistogram, percentile: number): number {
  return Number((times.percentile(percentile) / 1000).toFixed(1))
}

async function countIssues ({ pool }: Stage): Promise<number> {
  return (await pool.query('select count(*)::int as count from issue')).rows[0].count
}

function brokenPromises (result: Result): string[] {
  const most = (name: string, is: number, limit: number): string[] =>
    is <= limit ? [] : [`${name} is ${is}, more than ${limit}`]
  return [
    ...Object.entries(result.pages).flatMap(([path, times]) => most(`p99 of ${path}`, times.p99_ms, MOST.page)),
    ...most('p99 of a save', result.save_p99_ms, MOST.save),
    ...most('p99 of a preview', result.preview_p99_ms, MOST.preview),
    ...most('the scripts\' weight in KB', result.script_kb_gzip, MOST.scripts)
  ]
}
