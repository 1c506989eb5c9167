import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { testDatabase } from '../support/database.js'

/**
 * A table is read and written by the queries of its owner alone, named by their file in
 * sql/queries.
 */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'delivery.sql': ['delivery', 'batch', 'delivery_failure', 'pace'],
  'issue.sql': ['issue', 'edition', 'picture'],
  'subscription.sql': [
    'subscriber', 'consent_text', 'mail_request', 'confirmation_pace', 'merged_subscriber', 'master_key'
  ],
  'platform/jobs.sql': ['worker'],
  'platform/smtp.sql': ['relay_trouble'],
  'platform/newsletter.sql': ['public_settings']
}

/** Who reads what belongs to another, by query. Writing it is never allowed. */
const READS: Readonly<Record<string, readonly string[]>> = {
  // Planning is one statement, so that nobody falls between two batches.
  cutBatches: ['subscriber'],
  // A failure of somebody who has unsubscribed meanwhile is not recorded.
  recordFailures: ['subscriber']
}

const QUERY = /\/\* @name (\w+)[\s\S]*?\*\/([^/]*(?:\/(?!\*)[^/]*)*)/g
const WRITTEN = new RegExp(`\\b(?:${[
  'insert\\s+into',
  'delete\\s+from',
  'lock\\s+table',
  'truncate(?:\\s+table)?',
  '(?<!\\bfor\\s|\\bkey\\s|\\bdo\\s)update'
].join('|')})\\s+([a-z_.]+)`, 'g')
const READ = /\b(?:from|join)\s+([a-z_.]+)/g

interface Fault { file: string, query: string, table: string, does: 'reads' | 'writes' }

/** Which queries touch tables of others. */
function findFaults (file: string, sql: string, tables: ReadonlySet<string>): Fault[] {
  const own = OWNERS[file] ?? []
  return [...sql.matchAll(QUERY)].flatMap(([, query = '', text = '']) => {
    const named = (pattern: RegExp): string[] =>
      [...text.matchAll(pattern)].map(([, table = '']) => table).filter(table => tables.has(table))
    const written = new Set(named(WRITTEN))
    const read = new Set(named(READ).filter(table => !written.has(table) && READS[query]?.includes(table) !== true))
    const faults = (does: Fault['does'], found: Set<string>): Fault[] =>
      [...found].filter(table => !own.includes(table)).map(table => ({ file, query, table, does }))
    return [...faults('writes', written), ...faults('reads', read)]
  })
}

async function queryFiles (): Promise<Array<[string, string]>> {
  const folder = packagePath('sql', 'queries')
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.sql')).sort()
  return await Promise.all(names.map(async (name): Promise<[string, string]> => (
    [name, await readFile(join(folder, name), 'utf8')]
  )))
}

t.test('every table has one owner, and no query of another touches it, except for the reads listed here', async t => {
  const { pool } = await testDatabase(t)
  const { rows } = await pool.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = \'public\' and tablename <> \'migration\''
  )
  const tables = new Set(rows.map(({ name }) => name))
  t.same(Object.values(OWNERS).flat().sort(), [...tables].sort(), 'each table has an owner')
  const files = await queryFiles()
  t.same(files.flatMap(([file, sql]) => findFaults(file, sql, tables)), [])
  const queries = files.flatMap(([, sql]) => [...sql.matchAll(QUERY)].map(([, name = '']) => name))
  t.same(Object.keys(READS).filter(name => !queries.includes(name)), [], 'no exception is left over')
})

t.test('a query that touches the table of another is found, however it does', async t => {
  const tables = new Set(['issue', 'delivery', 'subscriber'])
  const touching = (statement: string): unknown =>
    findFaults('delivery.sql', `/* @name x\n   Why. */\n${statement};\n`, tables)
      .map(({ table, does }) => `${does} ${table}`)
  t.same(touching('update issue set state = 1'), ['writes issue'])
  const erasing = 'with a as (delete from subscriber where id = 1 returning id) select id from a'
  t.same(touching(erasing), ['writes subscriber'])
  t.same(touching('insert into delivery (id)\nselect number from issue'), ['reads issue'])
  t.same(touching('select 1 from delivery d\nleft join issue on number = d.issue_number for update'), ['reads issue'])
  t.same(touching('insert into delivery values (1) on conflict do update set id = 2'), [])
  t.same(touching('select id from delivery for no key update'), [])
})
