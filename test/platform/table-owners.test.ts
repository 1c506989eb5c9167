import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { testDatabase } from '../support/database.js'

/**
 * A table is read and written by the queries of its owner alone, named by their file in
 * sql/queries. A file below a room that is not named shares the tables of the room.
 */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'delivery.sql': [
    'delivery', 'batch', 'delivery_failure', 'failure_count', 'pace', 'planned_start', 'restored_delivery',
    'restored_batch'
  ],
  'issue.sql': ['issue', 'edition', 'picture', 'document'],
  'issue/approval.sql': ['approval', 'approval_withdrawal', 'draft_change', 'draft_look'],
  'issue/draft.sql': [
    'draft', 'draft_block', 'draft_save', 'draft_version', 'draft_comment', 'draft_presence', 'other_text'
  ],
  'subscription.sql': [
    'subscriber', 'consent_text', 'mail_request', 'confirmation_pace', 'merged_subscriber', 'day_count', 'day_end',
    'issue_departure', 'suppression', 'consent_proof', 'address_change', 'used_link', 'consent_source',
    'moved_key'
  ],
  'privacy/import.sql': ['subscriber_import', 'import_chunk', 'import_row', 'import_refusal', 'import_text'],
  'bounce.sql': [
    'bounce', 'bounce_report', 'bounce_count', 'bounce_domain', 'unread_mail', 'bounce_door'
  ],
  'editor.sql': [
    'audit', 'audit_erased', 'audit_head', 'editor', 'editor_identity', 'editor_link', 'editor_session', 'passkey',
    'passkey_challenge', 'recovery_code', 'sign_in_failure', 'single_sign_on_attempt'
  ],
  'privacy/export.sql': ['taken_archive'],
  'privacy/journal.sql': ['journal_outbox', 'known_journal'],
  'archive.sql': ['correction', 'withdrawal'],
  'privacy.sql': ['retention_run', 'table_rewrite'],
  'platform/crypto.sql': ['master_key'],
  'platform/jobs.sql': ['worker'],
  'platform/smtp.sql': ['relay_trouble'],
  'platform/newsletter.sql': ['public_settings'],
  'platform/kept-settings.sql': ['kept_setting']
}

/** Who reads what belongs to another, by query. Writing it is never allowed. */
const READS: Readonly<Record<string, readonly string[]>> = {
  // Planning is one statement, so that nobody falls between two batches.
  cutBatches: ['subscriber'],
  // A million rows do not go through the program a second time.
  storeImported: ['import_row'],
  // A failure of somebody who has unsubscribed meanwhile is not recorded.
  recordFailures: ['subscriber'],
  settleRestored: ['subscriber'],
  // Who may not approve: see the function may_not_approve.
  findRefused: ['issue', 'kept_setting'],
  // Its number is reserved from the first approval on.
  findDrafts: ['issue'],
  // What a draft names is kept.
  eraseUnnamed: ['draft_block', 'draft_version', 'other_text', 'kept_setting']
}

const QUERY = /\/\* @name (\w+)[\s\S]*?\*\/\s*([\s\S]*?)(?=\/\* @name |$)/g
const WRITTEN = new RegExp(`\\b(?:${[
  'insert\\s+into',
  'delete\\s+from',
  'merge\\s+into',
  'lock\\s+(?:table\\s+)?',
  'truncate(?:\\s+table)?',
  '(?<!\\bfor\\s|\\bkey\\s|\\bdo\\s)update'
].join('|')})\\s+(?:only\\s+)?(?:public\\.)?"?([a-z_]+)`, 'gi')
/** Any word that may name a table or a function; parameters and columns of the queue's are none. */
const WORD = /(?<![:\w]|graphile_worker\.)[a-z_]+\b/gi

interface Fault { file: string, query: string, table: string, does: 'reads' | 'writes' }

interface Schema {
  tables: ReadonlySet<string>
  /** The bodies of our SQL functions: a query that calls one does what the function does. */
  functions: ReadonlyMap<string, string>
}

/** Which queries touch tables of others: every mention of a table's name counts. */
function findFaults (file: string, sql: string, schema: Schema): Fault[] {
  const own = OWNERS[file] ?? OWNERS[`${dirname(file)}.sql`] ?? []
  return [...sql.matchAll(QUERY)].flatMap(([, query = '', statement = '']) => {
    const text = withFunctions(withoutProse(statement), schema.functions)
    const tables = (words: readonly string[]): Set<string> =>
      new Set(words.filter(word => schema.tables.has(word) && !own.includes(word)))
    const written = tables([...text.matchAll(WRITTEN)].map(([, table = '']) => table))
    const named = tables([...text.matchAll(WORD)].map(([word]) => word))
    const read = [...named].filter(table => !written.has(table) && READS[query]?.includes(table) !== true)
    const faults = (does: Fault['does'], found: Iterable<string>): Fault[] =>
      [...found].map(table => ({ file, query, table, does }))
    return [...faults('writes', written), ...faults('reads', read)]
  })
}

/** A statement without its comments and strings. */
function withoutProse (statement: string): string {
  return statement.toLowerCase().replace(/\/\*[\s\S]*?\*\/|--[^\n]*|'(?:[^']|'')*'/g, ' ')
}

/** A statement, and the functions that it calls, and those that they call. */
function withFunctions (statement: string, functions: Schema['functions']): string {
  const called = new Map<string, string>()
  const add = (text: string): void => {
    for (const [word] of text.matchAll(WORD)) {
      const body = functions.get(word)
      if (body === undefined || called.has(word)) continue
      called.set(word, withoutProse(body))
      add(withoutProse(body))
    }
  }
  add(statement)
  return [statement, ...called.values()].join('\n')
}

async function queryFiles (): Promise<Array<[string, string]>> {
  const folder = packagePath('sql', 'queries')
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.sql')).sort()
  return await Promise.all(names.map(async (name): Promise<[string, string]> => (
    [name, await readFile(join(folder, name), 'utf8')]
  )))
}

async function readSchema (pool: Pool): Promise<Schema> {
  const tables = await pool.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = \'public\' and tablename <> \'migration\''
  )
  const functions = await pool.query<{ name: string, body: string }>(
    'select proname as name, prosrc as body from pg_proc where pronamespace = \'public\'::regnamespace'
  )
  return {
    tables: new Set(tables.rows.map(({ name }) => name)),
    functions: new Map(functions.rows.map(({ name, body }) => [name, body]))
  }
}

t.test('every table has one owner, and no query of another touches it, except for the reads listed here', async t => {
  const { pool } = await testDatabase(t)
  const schema = await readSchema(pool)
  t.same(Object.values(OWNERS).flat().sort(), [...schema.tables].sort(), 'each table has an owner')
  const files = await queryFiles()
  t.same(files.flatMap(([file, sql]) => findFaults(file, sql, schema)), [])
  const queries = files.flatMap(([, sql]) => [...sql.matchAll(QUERY)].map(([, name = '']) => name))
  t.same(Object.keys(READS).filter(name => !queries.includes(name)), [], 'no exception is left over')
})

/** Which tables a trigger touches beside its own, and why that is not left to queries. */
const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  // They refuse, and touch no table.
  approval_is_append_only: [],
  approval_withdrawal_is_append_only: [],
  audit_is_append_only: [],
  // It refuses by what the room notes that owns both.
  audit_is_erased_from_its_beginning: ['audit_erased'],
  // Nobody can change a draft without being noted, whichever query it is.
  draft_change_is_noted: ['draft_change'],
  draft_block_change_is_noted: ['draft_change'],
  other_text_is_noted: ['draft_change'],
  // Whichever way a subscriber is erased, the time of the proof begins to run.
  consent_proof_ends: ['consent_proof'],
  // Nobody can approve their own work, whichever query it is.
  // Nobody is erased without being noted for the journal, whichever query it is. A double that was
  // merged is not erased.
  erasure_is_journalled: ['journal_outbox', 'merged_subscriber'],
  erasure_of_double_is_journalled: ['journal_outbox', 'merged_subscriber'],
  given_up_address_is_journalled: ['journal_outbox'],
  erasure_of_all_is_journalled: ['journal_outbox', 'merged_subscriber', 'subscriber'],
  // Nothing begins, is settled or ends without being noted, either; a delivery names its bytes.
  batch_end_is_journalled: ['delivery', 'journal_outbox'],
  batch_is_journalled: ['delivery', 'journal_outbox'],
  delivery_is_journalled: ['journal_outbox'],
  delivery_names_its_mail: ['edition'],
  // Nobody can approve an import of their own, whichever query it is.
  import_is_approved_by_another: ['kept_setting'],
  approval_is_by_another: ['approval', 'approval_withdrawal', 'draft_change', 'issue', 'kept_setting']
}

t.test('no trigger, rule or view touches a table without a line that says so', async t => {
  const { pool } = await testDatabase(t)
  const { rows } = await pool.query<{ name: string, body: string }>(
    `select tgname as name, prosrc as body
     from pg_trigger join pg_class c on c.oid = tgrelid join pg_proc p on p.oid = tgfoid
     where not tgisinternal and c.relnamespace = 'public'::regnamespace
     union all select rulename, '' from pg_rules where schemaname = 'public'
     union all select relname, '' from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`
  )
  const schema = await readSchema(pool)
  const touched = rows.map(({ name, body }): [string, string[]] => {
    const words = withFunctions(withoutProse(body), schema.functions).match(WORD) ?? []
    return [name, [...new Set(words.filter(word => schema.tables.has(word)))].sort()]
  })
  t.same(Object.fromEntries(touched), TRIGGERS)
})

t.test('a query that touches the table of another is found, however it does', async t => {
  const schema = {
    tables: new Set(['issue', 'delivery', 'subscriber']),
    functions: new Map([
      ['erase_all', 'delete from subscriber'],
      ['indirectly', 'select erase_all()'],
      ['title_of', "select 'issue'"]
    ])
  }
  const touching = (statement: string): unknown =>
    findFaults('delivery.sql', `/* @name x\n   Why. */\n${statement};\n`, schema)
      .map(({ table, does }) => `${does} ${table}`)
  t.same(touching('update issue set state = 1'), ['writes issue'])
  const erasing = 'with a as (delete from subscriber where id = 1 returning id) select id from a'
  t.same(touching(erasing), ['writes subscriber'])
  t.same(touching('UPDATE ONLY public."issue" set state = 1'), ['writes issue'])
  t.same(touching('merge into issue using delivery on true when matched then do nothing'), ['writes issue'])
  t.same(touching('insert into delivery (id)\nselect number from issue'), ['reads issue'])
  t.same(touching('select 1 from delivery d\nleft join issue on number = d.issue_number for update'), ['reads issue'])
  t.same(touching('select 1 from delivery d, public.issue i'), ['reads issue'])
  t.same(touching('delete from delivery using issue where number = issue_number'), ['reads issue'])
  t.same(touching('select 1 /* a comment */ from issue'), ['reads issue'])
  t.same(touching('select erase_all()'), ['writes subscriber'])
  t.same(touching('select indirectly() from delivery'), ['writes subscriber'])
  t.same(touching('insert into delivery values (1) on conflict do update set id = 2'), [])
  t.same(touching('select id, title_of() from delivery where id = :issue! -- of an issue\nfor no key update'), [])
})
