import type { Pool } from 'pg'

/**
 * Everything in the database as text: each row of each table in every schema but PostgreSQL's own,
 * the queue's included. Binary columns stand there in hexadecimal.
 */
export async function dumpDatabase ({ pool }: { pool: Pool }): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`)
  const dumps = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`)
    dumps.push(`-- ${name}`, ...rows.map(({ row }) => row))
  }
  return dumps.join('\n')
}

/** Whether a dump holds a text, as it is or as the hexadecimal of its bytes. */
export function dumpHolds (dump: string, text: string | Buffer): boolean {
  const hex = Buffer.from(text).toString('hex')
  return dump.includes(hex) || (typeof text === 'string' && dump.toLowerCase().includes(text.toLowerCase()))
}
