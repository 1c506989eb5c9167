import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import { startEmbeddedPostgres } from '../../src/local/postgres/embedded-postgres.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { packagePath } from '../../src/platform/package-path.js'

// Writes src/ROOM/ROOM.queries.ts from sql/queries/ROOM.sql, typed against the migrated schema, and
// src/ROOM/FOLDER/FOLDER.queries.ts from sql/queries/ROOM/FOLDER.sql. With --check it only
// compares, and fails naming the files that differ.

const execute = promisify(execFile)
const check = process.argv.includes('--check')
const log = pino({ level: 'silent' })
const TIMEOUT_MS = 60_000
const EXPLAINED_NAME = /\/\* @name (\w+)\s[^@]*?\*\//g

const QUERIES = join('sql', 'queries')

const CONFIG = {
  transforms: [{ mode: 'sql', include: '**/*.sql', emitTemplate: '{{dir}}/{{name}}.ts' }],
  srcDir: QUERIES,
  failOnError: true,
  camelCaseColumnNames: true,
  maxWorkerThreads: 1,
  typesOverrides: {
    bit: 'string',
    varbit: 'string',
    // What pg returns and takes for these by itself.
    timestamptz: 'Date',
    int8: 'string'
  }
}

const work = await mkdtemp(join(tmpdir(), 'integrationsbrief-sql-'))
try {
  await chmod(work, 0o755)
  const postgres = await startEmbeddedPostgres({ dir: join(work, 'postgres'), log, settings: { fsync: 'off' } })
  try {
    await prepare(postgres.url)
    const { generated, faults } = await generate(postgres.url)
    // One faulty file is no reason to keep back the others.
    if (check) faults.push(...await compare(generated))
    else await write(generated)
    for (const fault of faults) console.error(fault)
    process.exitCode = faults.length > 0 ? 1 : 0
  } finally {
    await postgres.stop()
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await rm(work, { recursive: true, force: true })
}

async function prepare (url: string): Promise<void> {
  const pool = createPool({ url, max: 3, name: 'integrationsbrief sql', log })
  await migrate({ pool, log })
  await pool.end()
  for (const name of await queryFiles()) {
    const sql = await readFile(packagePath(QUERIES, name), 'utf8')
    await mkdir(join(work, QUERIES, dirname(name)), { recursive: true })
    // PgTyped takes no words of explanation beside the name of a query.
    await writeFile(join(work, QUERIES, name), sql.replace(EXPLAINED_NAME, '/* @name $1 */'))
  }
  await writeFile(join(work, 'pgtyped.json'), JSON.stringify(CONFIG))
}

/** The files of queries, by their path below sql/queries. */
async function queryFiles (): Promise<string[]> {
  return (await readdir(packagePath(QUERIES), { recursive: true })).filter(name => name.endsWith('.sql')).sort()
}

/** The generated files by their path in the package, and what is wrong with the queries. */
async function generate (url: string): Promise<{ generated: Map<string, string>, faults: string[] }> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const env = {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: password,
    PGDATABASE: pathname.slice(1),
    DATABASE_URL: '',
    PGURI: ''
  }
  // It says what is wrong and ends with 0 all the same; without a database it hangs.
  const pgtyped = packagePath('node_modules', '@pgtyped', 'cli', 'lib', 'index.js')
  const args = [pgtyped, '-c', join(work, 'pgtyped.json')]
  const { stdout, stderr } = await execute(process.execPath, args, { cwd: work, env, timeout: TIMEOUT_MS })
  const faults = stdout.includes('Errors:') ? [stdout, stderr] : stderr.trim() === '' ? [] : [stderr]
  const generated = new Map<string, string>()
  for (const name of await queryFiles()) {
    const path = name.slice(0, -'.sql'.length)
    const text = await readFile(join(work, QUERIES, `${path}.ts`), 'utf8').catch(() => '')
    if (text === '') faults.push(`${join(QUERIES, name)}: no types`)
    else if (text.includes('is invalid, so')) faults.push(`${join(QUERIES, name)}: a query is invalid`)
    else generated.set(join('src', path, `${basename(path)}.queries.ts`), adapt(text, path))
  }
  return { generated, faults }
}

/** Has the queries run by ours, which gives the rows the names that the types promise. */
function adapt (text: string, path: string): string {
  const ours = relative(join('src', path), 'src/platform/database/prepared-query.js')
  const from = ours.startsWith('.') ? ours : `./${ours}`
  return text.replace('from \'@pgtyped/runtime\'', `from '${from}'`).trimEnd() + '\n'
}

async function write (generated: Map<string, string>): Promise<void> {
  for (const [file, text] of generated) {
    if (await readFile(packagePath(file), 'utf8').catch(() => '') === text) continue
    await mkdir(dirname(packagePath(file)), { recursive: true })
    await writeFile(packagePath(file), text)
    console.log(`wrote ${file}`)
  }
}

async function compare (generated: Map<string, string>): Promise<string[]> {
  const faults = []
  for (const [file, text] of generated) {
    if (await readFile(packagePath(file), 'utf8').catch(() => '') === text) continue
    faults.push(`${file} is not what ${QUERIES}${dirname(file).slice('src'.length)}.sql makes of it: npm run sql`)
  }
  return faults
}
