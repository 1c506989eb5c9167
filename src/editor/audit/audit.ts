import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { Witness } from '../../platform/witness.js'
import { hashLine, type AuditEntry, type AuditLine } from './line.js'
import { appendToAudit, findAuditHead, findAuditLines, findErasedAudit, holdAuditHead } from '../editor.queries.js'

/**
 * Appends a line within the caller's transaction, so that what was done and its line stand or fall
 * together. Until the transaction ends, others who append wait. Throws if a field holds a line
 * break, which would let one line be read as another.
 */
export async function appendAudit (
  { db, clock }: { db: Queryable, clock: Clock },
  { actor, action, details }: Omit<AuditEntry, 'details'> & { details: Readonly<Record<string, unknown>> }
): Promise<void> {
  if (/[\r\n]/.test(actor + action)) throw new Error('a field of the audit holds a line break')
  const head = await holdAuditHead.one(undefined, db)
  const line = {
    number: head.number + 1,
    at: clock.now(),
    actor,
    action,
    details: JSON.stringify(details, withoutNul),
    hashBefore: head.hash
  }
  await appendToAudit.run({ ...line, hash: hashLine(line) }, db)
}

/** PostgreSQL keeps a NUL in JSON, and then fails whenever it looks into it. */
function withoutNul (_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
}

/** A witness of what one actor does. */
export function witnessOf ({ clock }: { clock: Clock }, actor: string): Witness {
  return async (db, action, details) => await appendAudit({ db, clock }, { actor, action, details })
}

const AT_ONCE = 1_000

/** All lines, oldest first, in portions. */
export async function * readAudit (pool: Pool): AsyncGenerator<readonly AuditLine[]> {
  let after = 0
  while (true) {
    const lines = await findAuditLines.run({ after, limit: AT_ONCE }, pool)
    yield lines
    const last = lines.at(-1)
    if (last === undefined) return
    after = last.number
  }
}

/** Whether the chain holds, and if not, which line is the first that is not what it was. */
export type AuditVerdict =
  | { ok: true, number: number, hash: Buffer }
  | { ok: false, number: number, fault: 'changed' | 'missing' | 'surplus' }

/** A line that somebody noted elsewhere; its hash in hexadecimal. */
interface KnownLine { number: number, hash: string }

/**
 * Computes the chain again from its first line; lines whose time is over are gone from its
 * beginning, and the hash of the last of them is known. A line is `changed` if its hash does not
 * match, `missing` if its number is left out or the last lines are gone, `surplus` if it came after
 * the last that was appended by the program. Somebody who can write the whole chain again is found
 * out by a hash that was noted elsewhere: give it as `known`.
 */
export async function verifyAudit (pool: Pool, known?: KnownLine): Promise<AuditVerdict> {
  const before = await findAuditHead.one(undefined, pool)
  const erased = await findErasedAudit.one(undefined, pool)
  let last: Pick<AuditLine, 'number' | 'hash'> = erased
  for await (const lines of readAudit(pool)) {
    for (const line of lines) {
      if (line.number !== last.number + 1) {
        // Lines may have been erased while we read.
        if ((await findErasedAudit.one(undefined, pool)).number > erased.number) return await verifyAudit(pool, known)
        return { ok: false, number: last.number + 1, fault: 'missing' }
      }
      const holds = line.hashBefore.equals(last.hash) && hashLine(line).equals(line.hash)
      const isKnown = known?.number !== line.number || known.hash === line.hash.toString('hex')
      const isHead = line.number !== before.number || line.hash.equals(before.hash)
      if (!holds || !isKnown || !isHead) return { ok: false, number: line.number, fault: 'changed' }
      last = line
    }
  }
  // Lines may have been appended while we read.
  const after = await findAuditHead.one(undefined, pool)
  if (last.number > after.number) return { ok: false, number: after.number + 1, fault: 'surplus' }
  const least = Math.max(before.number, known?.number ?? 0)
  if (last.number < least) return { ok: false, number: last.number + 1, fault: 'missing' }
  return { ok: true, ...last }
}
