import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg, { type Pool } from 'pg'
import { environment, onStage, type Stage } from './stage.js'
import { watchRun, type Run } from './watched-run.js'

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'bin.cjs')
const LEAST_RATE = 10_000
const MOST_MEGABYTES = 250

/** The line of `--json`, to the letter of the issue that asked for it; and beside it. */
interface Result {
  lines: number
  lines_per_second: number
  peak_mb: number
  killed_and_resumed: boolean
  doubles: number
  lost: number
  ratio_to_copy: number
}

/**
 * Imports a file by the command itself, which is killed twice (SIGKILL): while it reads and while
 * it adds. Counts doubles and lost addresses in the database. Beside it, PostgreSQL's own COPY of
 * as many rows of the same size. Returns whether what was promised holds.
 */
export async function importing (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: { lines: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } }
  })
  const lines = Number(values.lines)
  const say = (text: string): void => { if (!values.json) console.log(text) }
  return await onStage({ recipients: 0, say }, async stage => {
    const file = join(stage.folder, 'list.csv')
    await writeList(file, lines)
    const runs = [
      await run(stage, file, async pool => (await progress(pool)).readLine > lines / 2),
      await run(stage, file, async pool => (await progress(pool)).looked > lines / 2),
      await run(stage, file, null)
    ]
    const seconds = runs.reduce((sum, each) => sum + each.seconds, 0)
    for (const each of runs) {
      say(`${each.killed ? 'killed' : 'ended'} after ${each.seconds.toFixed(1)} s, peak ${each.peak.toFixed(0)} MB`)
    }
    const { rows: [found] } = await stage.pool.query<{ all: number, different: number }>(
      'select count(*)::int as all, count(distinct address_index)::int as different from subscriber')
    const copy = await copySeconds(stage, lines)
    say(`COPY of as many rows into a table with the same indexes: ${copy.toFixed(1)} s`)
    const result: Result = {
      lines,
      lines_per_second: Math.round(lines / seconds),
      peak_mb: Math.round(Math.max(...runs.map(({ peak }) => peak))),
      killed_and_resumed: runs.map(({ killed }) => killed).join() === 'true,true,false',
      doubles: (found?.all ?? 0) - (found?.different ?? 0),
      lost: lines - (found?.different ?? 0),
      ratio_to_copy: Number((seconds / copy).toFixed(1))
    }
    console.log(JSON.stringify(result))
    return result.lines_per_second >= LEAST_RATE && result.peak_mb <= MOST_MEGABYTES && result.killed_and_resumed &&
      result.doubles === 0 && result.lost === 0
  })
}

async function writeList (file: string, lines: number): Promise<void> {
  async function * text () {
    yield 'E-Mail;Anmeldezeitpunkt;Vorname;Nachname\r\n'
    for (let start = 0; start < lines; start += 1_000) {
      yield Array.from({ length: Math.min(1_000, lines - start) }, (_, index) =>
        `leser${start + index}@beispiel.example;2024-03-01 09:30;Max;Muster\r\n`).join('')
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(file))
}

async function progress (pool: Pool): Promise<{ readLine: number, looked: number }> {
  const { rows: [row] } = await pool.query<{ read_line: number, looked: number }>(
    'select read_line, looked from subscriber_import order by id desc limit 1')
  return { readLine: row?.read_line ?? 0, looked: row?.looked ?? 0 }
}

/** Runs the command until it ends, or kills it when it has come so far. */
async function run (
  { settings, pool, started }: Stage, file: string, far: ((pool: Pool) => Promise<boolean>) | null
): Promise<Run> {
  const child = started.add(spawn(process.execPath, [PROGRAM, 'subscribers', 'import', file, '--yes', '--json'], {
    env: environment(settings), stdio: ['ignore', 'ignore', 'inherit']
  }))
  return await watchRun(child, far === null ? null : async () => await far(pool))
}

/** Copies as many rows of the same size into a table with the same indexes, as fast as it can. */
async function copySeconds ({ pool }: Stage, lines: number): Promise<number> {
  await pool.query('create table copied (like subscriber including all)')
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    const start = performance.now()
    await copyIn(client, 'copy copied from stdin', rows(lines))
    return (performance.now() - start) / 1000
  } finally {
    client.release(true)
  }
}

/** Rows as COPY reads them; only their size matters. */
function * rows (lines: number): Generator<string> {
  const fixed = `\\\\x${'ab'.repeat(61)}\tpending\t1\t2026-03-02 10:00+00\t\\N\t\\N\t\\N\t1\t2026-03-02 10:00+00\t\\N\n`
  for (let start = 0; start < lines; start += 1_000) {
    yield Array.from({ length: Math.min(1_000, lines - start) }, () =>
      `${randomUUID()}\t\\\\x${randomBytes(32).toString('hex')}\t${fixed}`).join('')
  }
}

interface Connection {
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean }
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}

/** The driver knows COPY only as far as the messages. */
async function copyIn (client: pg.PoolClient, text: string, portions: Iterable<string>): Promise<void> {
  class CopyIn extends pg.Query {
    async handleCopyInResponse (connection: Connection): Promise<void> {
      for (const portion of portions) {
        connection.sendCopyFromChunk(Buffer.from(portion))
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
      }
      connection.endCopyFrom()
    }
  }
  await new Promise<void>((resolve, reject) => {
    const query = new CopyIn(text, (error: Error | null) => { if (error === null) resolve(); else reject(error) })
    client.query(query)
  })
}
