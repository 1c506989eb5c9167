import type { Pool, QueryResult, QueryResultRow } from 'pg'
import { createPool } from '../../platform/database/pool.js'
import { hasCode } from '../../platform/errors.js'
import { nameFault } from '../../platform/fault-message.js'
import type { Log } from '../../platform/log/log.js'
import { findIdentity } from './journal.queries.js'
import { placeOf } from './place.js'
import { JournalFault, type Line, type Mark, type Store } from './store.js'

const VERSION = 1
/** Readers who leave wait so long for it at most. */
const CONNECT_MS = 2_000
const QUERY_MS = 5_000
const CONNECTIONS = 2
const AT_ONCE = 500

/** Made again where they exist, it changes nothing. */
const SCHEMA = `
  create schema if not exists integrationsbrief_journal;
  create table if not exists integrationsbrief_journal.mark (
    singleton boolean primary key default true check (singleton),
    version integer not null,
    id uuid not null default gen_random_uuid(),
    trimmed_before date
  );
  create table if not exists integrationsbrief_journal.entry (
    number bigint primary key generated always as identity,
    day date not null,
    line text not null,
    is_damaged boolean not null default false
  );
  create index if not exists entry_day on integrationsbrief_journal.entry (day);
  insert into integrationsbrief_journal.mark (version) values (${VERSION}) on conflict do nothing;
`

const FIND_MARK = `
  select version, id, to_char(trimmed_before, 'YYYY-MM-DD') as "trimmedBefore" from integrationsbrief_journal.mark`
const APPEND = 'insert into integrationsbrief_journal.entry (day, line) select $1, unnest($2::text[])'
const READ = `
  select number, line from integrationsbrief_journal.entry
  where number > $1 and not is_damaged order by number limit $2`
// The sequence outlasts the entries.
const REACH = `
  select coalesce(
    (select max(number) from integrationsbrief_journal.entry),
    (select last_value from integrationsbrief_journal.entry_number_seq where is_called),
    0
  )::float8 as reach`
const SET_ASIDE = 'update integrationsbrief_journal.entry set is_damaged = true where number = $1'

export interface ServerDeps {
  url: string
  log: Pick<Log, 'warn'>
  /** The database that the journal is about. On the same server, both would be restored. */
  besides: Pool | null
}

/** A journal on a second PostgreSQL server, in a schema of its own. */
export function serverStore ({ url, log, besides }: ServerDeps): Store {
  const pool = createPool({
    url, max: CONNECTIONS, name: 'integrationsbrief journal', log, connectMs: CONNECT_MS, statementMs: QUERY_MS
  })

  async function query<Row extends QueryResultRow> (text: string, values?: unknown[]): Promise<QueryResult<Row>> {
    return await pool.query<Row>(text, values).catch(blameUs)
  }

  async function refuseSameServer (): Promise<void> {
    if (besides === null) return
    const [ours, theirs] = await Promise.all([
      findIdentity.one(undefined, besides),
      findIdentity.one(undefined, pool).catch(blameUs)
    ])
    if (ours.server !== theirs.server) return
    throw new JournalFault('JOURNAL_URL is on the server of DATABASE_URL: a restore would take both back. ' +
      'Name a second one')
  }

  async function readMark (): Promise<Mark | null> {
    await refuseSameServer()
    try {
      const { rows: [mark] } = await query<Mark & { version: number }>(FIND_MARK)
      if (mark === undefined) return null
      if (mark.version !== VERSION) throw new JournalFault('it was written by a newer version of this program')
      return { id: mark.id, trimmedBefore: mark.trimmedBefore }
    } catch (error) {
      // There is no such schema or table.
      if (hasCode(error, '3F000', '42P01')) return null
      throw error
    }
  }

  async function * read (): AsyncIterable<Line> {
    let after = '0'
    for (;;) {
      const { rows } = await query<{ number: string, line: string }>(READ, [after, AT_ONCE])
      for (const { number, line } of rows) yield { text: line, where: `entry ${number}` }
      const last = rows.at(-1)
      if (last === undefined) return
      after = last.number
    }
  }

  return {
    name: `JOURNAL_URL (${placeOf(url)})`,
    readMark,
    async begin () {
      // Two that make it at once: the second finds what the first has made.
      await query(SCHEMA).catch(async () => await query(SCHEMA))
      const mark = await readMark()
      if (mark === null) throw new Error('the journal is gone again')
      return mark
    },
    async append (lines, day) {
      await query(APPEND, [day, lines])
    },
    read,
    async reach () {
      const { rows: [row] } = await query<{ reach: number }>(REACH)
      return row?.reach ?? 0
    },
    async trim (before) {
      await query('update integrationsbrief_journal.mark set trimmed_before = $1', [before])
      await query('delete from integrationsbrief_journal.entry where day < $1', [before])
    },
    async setAside (isDamaged) {
      for await (const { text, where } of read()) {
        if (!isDamaged(text)) continue
        await query(SET_ASIDE, [where.slice('entry '.length)])
      }
    },
    close: async () => await pool.end()
  }
}

/** Names JOURNAL_URL: otherwise the database would seem to be away. */
function blameUs (error: unknown): never {
  throw nameFault(error, 'JOURNAL_URL')
}
