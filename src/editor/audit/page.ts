import type { Pool } from 'pg'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { AuditLine } from './line.js'
import { findAuditPage } from '../editor.queries.js'
import { listAccounts } from '../account/list-accounts.js'

/**
 * A line of the audit with the name of its actor; null for the program itself and for accounts that
 * are gone.
 */
export type NamedLine = Pick<AuditLine, 'number' | 'at' | 'actor' | 'action' | 'details'> & {
  actorName: string | null
}

/**
 * Lines below a number, the newest first, and the names of all accounts by their ids; the name of
 * one that has not joined is empty.
 */
export async function readAuditPage (
  { pool, keys }: { pool: Pool, keys: Keyring }, { before, limit }: { before: number, limit: number }
): Promise<{ lines: NamedLine[], names: ReadonlyMap<string, string> }> {
  const names = new Map((await listAccounts({ pool, keys })).map(({ id, name }) => [id, name]))
  const lines = await findAuditPage.run({ before, limit }, pool)
  return { lines: lines.map(line => ({ ...line, actorName: names.get(line.actor) ?? null })), names }
}
