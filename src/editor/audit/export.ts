import type { Pool } from 'pg'
import { readAudit } from './audit.js'
import type { AuditLine } from './line.js'

/** The audit, oldest first, as one JSON document a line, with what is needed to verify it. */
export async function * exportAudit (pool: Pool): AsyncGenerator<string> {
  for await (const lines of readAudit(pool)) yield lines.map(exported).join('')
}

function exported ({ hashBefore, hash, details, ...line }: AuditLine): string {
  const hashes = { hashBefore: hashBefore.toString('hex'), hash: hash.toString('hex') }
  return `${JSON.stringify({ ...line, details, ...hashes })}\n`
}
