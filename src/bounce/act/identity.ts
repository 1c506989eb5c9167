import { createHash } from 'node:crypto'
import { keyedHash } from '../../platform/crypto/seal.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Report } from '../read/report.js'
import type { Decision } from './decide.js'

/** What is said once and for all of a reader's copy of an issue, however often it is said. */
const ONCE: ReadonlySet<string> = new Set(['alarm', 'complaint', 'hard', 'leave', 'loop'])

/**
 * By what a report is known again, as a keyed hash (32 bytes): a copy of it, another report of the
 * same about the same mail, and the same mail read a second time, do not count.
 */
export function identityOf (
  keys: Keyring, decision: Decision, { report: { messageId }, raw }: { report: Pick<Report, 'messageId'>, raw: Buffer }
): Buffer {
  const owner = 'owner' in decision ? decision.owner : null
  const about = owner === null ? [] : [owner.id, owner.issue]
  const what = decision.does === 'count' ? decision.kind : decision.does
  const once = owner !== null && ONCE.has(what)
  return keyedHash(keys, 'reports', JSON.stringify([...about, what, once ? '' : messageId ?? hashOfBody(raw)]))
}

/** Without the header, to which each server on the way adds lines. */
function hashOfBody (raw: Buffer): string {
  const end = raw.indexOf('\n\r\n')
  const short = raw.indexOf('\n\n')
  const from = [end, short].filter(at => at !== -1)
  return createHash('sha256').update(raw.subarray(from.length === 0 ? 0 : Math.min(...from))).digest('hex')
}
