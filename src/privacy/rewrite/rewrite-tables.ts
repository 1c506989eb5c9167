import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { codeOf } from '../../platform/errors.js'
import type { Log } from '../../platform/log/log.js'
import { findRewrites, noteRewrite, type IFindRewritesResult } from '../privacy.queries.js'
import { RULES } from '../retention/rules.js'

export interface RewriteDeps {
  pool: Pool
  clock: Clock
  log: Log
  stopping?: AbortSignal
  /** Tables above it are written once a week. */
  largeBytes?: number
}

/** Readers wait as long as a table is written: others' statements may take 30 s. */
const MOST_MS = 25_000
/** Those who want the table queue behind us. */
const LOCK_MS = 2_000

/** A table of some 250,000 readers. Writing it costs as much again in PostgreSQL's log. */
const LARGE_BYTES = 64 * 2 ** 20
const WEEK_MS = 7 * 86_400_000

/** An update of theirs changes a time, and leaves the file's bytes where they are. */
const FILES = ['picture', 'document']

/**
 * Writes the tables again from which rows of people were erased, without these rows: a plain vacuum
 * leaves part of their bytes in the file. Large tables once a week. Returns how many were written.
 */
export async function rewriteTables (deps: RewriteDeps): Promise<number> {
  let rewritten = 0
  for (const table of await readRewrites(deps)) {
    if (deps.stopping?.aborted === true) break
    if (table.isPending && isDue(deps, table) && await rewrite(deps, table)) rewritten++
  }
  if (rewritten > 0) deps.log.info({ event: 'tables_rewritten', tables: rewritten }, 'wrote tables without erased rows')
  return rewritten
}

/** A table that holds data of people, and whether its file may hold rows that were erased. */
export interface Rewrite extends IFindRewritesResult { isPending: boolean }

export async function readRewrites ({ pool }: Pick<RewriteDeps, 'pool'>): Promise<Rewrite[]> {
  const ofPeople = new Set(RULES.flatMap(({ columns }) => columns.map(tableOf)))
  return (await findRewrites.run(undefined, pool)).filter(({ name }) => ofPeople.has(name))
    // PostgreSQL begins to count again after a crash, so any other number means a change.
    .map(table => ({ ...table, isPending: changesOf(table) !== (table.changes ?? 0) }))
}

function tableOf (column: string): string {
  return column.slice(0, column.lastIndexOf('.'))
}

function changesOf ({ name, deleted, updated }: IFindRewritesResult): number {
  return FILES.includes(name) ? deleted : deleted + updated
}

function isDue ({ clock, largeBytes = LARGE_BYTES }: RewriteDeps, { bytes, triedAt }: Rewrite): boolean {
  return bytes <= largeBytes || triedAt === null || clock.now().getTime() - triedAt.getTime() >= WEEK_MS
}

async function rewrite (deps: RewriteDeps, table: Rewrite): Promise<boolean> {
  const { pool, clock, log } = deps
  const fault = await writeAgain(pool, table)
  await noteRewrite.run({ name: table.name, changes: changesOf(table), now: clock.now(), fault }, pool)
  if (fault !== null) {
    log.warn({ event: 'table_not_rewritten', table: table.name, reason: fault }, 'erased rows are still in the file')
  }
  return fault === null
}

const FAULTS: Readonly<Record<string, string>> = { '55P03': 'busy', 57014: 'too-slow' }

/** Null, or why erased rows are still in the file; what the table holds is never at stake. */
async function writeAgain (pool: Pool, { quoted }: Rewrite): Promise<string | null> {
  const client = await pool.connect()
  let seen = 0
  // "3 dead row versions cannot be removed yet", in the server's language.
  client.on('notice', ({ detail }) => { seen += Number(/\d+/.exec(detail ?? '')?.[0] ?? 0) })
  try {
    await client.query(`set lock_timeout = ${LOCK_MS}`)
    await client.query(`set statement_timeout = ${MOST_MS}`)
    await client.query(`vacuum (full, verbose, analyze) ${quoted}`)
    return seen > 0 ? 'in-use' : null
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return FAULTS[code] ?? code
  } finally {
    client.release(true)
  }
}
