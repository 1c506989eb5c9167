import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

/** Makes copies of an issue, with the numbers behind it and all of them sent. */
export async function copyIssues (
  { pool }: { pool: Pool }, { number, copies }: { number: number, copies: number }
): Promise<void> {
  for (let copy = number + 1; copy <= number + copies; copy++) {
    const own = JSON.stringify({
      number: copy,
      slug: `ausgabe-${copy}`,
      content_hash: `\\x${createHash('sha256').update(String(copy)).digest('hex')}`,
      state: 'published',
      published_at: new Date()
    })
    await pool.query('insert into issue select (jsonb_populate_record(issue, $2)).* from issue where number = $1',
      [number, own])
    await pool.query(
      `insert into edition (issue_number, subject, html, body, page, title, date, summary)
       select $2, subject, html, body, page, $3, date, summary from edition where issue_number = $1`,
      [number, copy, `Ausgabe ${copy}`])
    await pool.query(`insert into delivery (issue_number, state, planned, sent, started_at, finished_at)
      values ($1, 'sent', 1000000, 1000000, now(), now())`, [copy])
  }
}
