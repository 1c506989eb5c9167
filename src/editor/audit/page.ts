import type { Pool } from 'pg'
import type { AuditLine } from './line.js'
import { findAuditPage } from '../editor.queries.js'

/**
 * A line of the audit with the names of its actor and of the account that it is about. They are
 * null for the program itself and for accounts that are gone, and empty for one that has not
 * joined.
 */
export type NamedLine = Pick<AuditLine, 'number' | 'at' | 'actor' | 'action' | 'details'> & {
  actorName: string | null
  accountName: string | null
}

/** Lines below a number, the newest first. */
export async function readAuditPage (
  { pool }: { pool: Pool }, { before, limit }: { before: number, limit: number }
): Promise<NamedLine[]> {
  return await findAuditPage.run({ before, limit }, pool)
}
