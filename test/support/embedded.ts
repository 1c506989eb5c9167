import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../../src/local/postgres/embedded-postgres.js'
import { FORGETFUL } from './test-server.js'
import type { Test } from './test.js'

const HOLDER = join(import.meta.dirname, 'hold-server.js')

/** A folder that, like one below /root, only its owner may pass through. */
export async function folder (t: Test): Promise<string> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'integrationsbrief-embedded-')))
  t.after(async () => await rm(dir, { recursive: true, force: true }))
  return dir
}

export async function start (dir: string) {
  return await startEmbeddedPostgres({ dir, log: pino({ level: 'silent' }), settings: FORGETFUL })
}

/** Another program that uses the server. */
export async function startProgram (dir: string): Promise<{ program: ChildProcess, url: string }> {
  const program = spawn(process.execPath, [HOLDER, dir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, KEYS: 'secret' }
  })
  const died = new AbortController()
  program.once('exit', () => died.abort())
  const [line] = await once(createInterface(program.stdout), 'line', { signal: died.signal }) as [string]
  return { program, url: (JSON.parse(line) as { url: string }).url }
}

export async function kill (program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

export function asSuperuser (url: string, password: string): string {
  return Object.assign(new URL(url), { username: 'postgres', password }).href
}

export async function serverPid (dir: string): Promise<number> {
  return Number((await readFile(join(dir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

export async function query (url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ value: unknown }>(text)).rows.map(row => row.value)
  } finally {
    await client.end()
  }
}
