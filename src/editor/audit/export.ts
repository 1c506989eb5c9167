import type { Pool } from 'pg'
import { readAudit } from './audit.js'

/** The audit, oldest first, as one JSON document a line, with what is needed to verify it. */
export async function * exportAudit (pool: Pool): AsyncGenerator<string> {
  for await (const { hashBefore, hash, details, ...line } of readAudit(pool)) {
    const hashes = { hashBefore: hashBefore.toString('hex'), hash: hash.toString('hex') }
    yield `${JSON.stringify({ ...line, details, ...hashes })}\n`
  }
}
