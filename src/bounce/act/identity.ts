import { createHash } from 'node:crypto'
import { keyedHash } from '../../platform/crypto/seal.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Report } from '../read/report.js'
import type { Decision } from './decide.js'

/** What is said once and for all of a reader's copy of an issue, however often it is said. */
const ONCE: ReadonlySet<string> = new Set(['alarm', 'complaint', 'hard', 'leave', 'loop'])

/**
 * By what a report is known again, as a keyed hash (32 bytes): a copy of it, another report of the
 * same about the same mail, and the same mail read a second time, do not count. Of mails that are
 * kept for somebody, only those are the same that have the same writer and the same text.
 */
export function identityOf (keys: Keyring, decision: Decision, mail: ReadMail): Buffer {
  const { owner } = decision
  const about = owner === null ? [] : [owner.id, owner.issue]
  const what = decision.does === 'count' ? decision.kind : decision.does
  const once = owner !== null && ONCE.has(what)
  return keyedHash(keys, 'reports', JSON.stringify([...about, what, ...once ? [''] : marksOf(mail, decision)]))
}

/** A mail and what was read of it. */
interface ReadMail { report: Pick<Report, 'messageId' | 'from'>, raw: Buffer }

function marksOf ({ report: { messageId, from }, raw }: ReadMail, { does }: Decision): Array<string | null> {
  if (does === 'keep') return [messageId, from, hashOfBody(raw)]
  return [messageId === null || messageId === '' ? hashOfBody(raw) : messageId]
}

/** Without the header, to which each server on the way adds lines, and however lines end. */
function hashOfBody (raw: Buffer): string {
  const text = raw.toString('latin1').replace(/\r\n?/g, '\n')
  return createHash('sha256').update(text.slice(Math.max(text.indexOf('\n\n'), 0)).trim(), 'latin1').digest('hex')
}
