import { randomUUID } from 'node:crypto'
import { MissingKey, type Keyring } from '../../platform/crypto/keyring.js'
import { keyedHash, openAddress, sealAddress } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { addDomains } from '../bounce.queries.js'
import type { CountedKind } from './decide.js'
import { mondayOf, utcDay } from './days.js'

/** A mail that counted with its reader. */
interface Counted { kind: CountedKind, reader: { id: string, addressSealed: Buffer } }

/**
 * Counts by mail domain what came back. The domain is sealed: where few readers have one, it names
 * them.
 */
export async function countDomains (
  { db, keys, now }: { db: Queryable, keys: Keyring, now: Date }, counted: readonly Counted[]
): Promise<void> {
  const rows = new Map<string, { domain: string, kind: CountedKind, count: number }>()
  for (const { kind, reader } of counted) {
    const domain = domainOf(keys, reader)
    if (domain === null) continue
    const key = `${domain} ${kind}`
    rows.set(key, { domain, kind, count: (rows.get(key)?.count ?? 0) + 1 })
  }
  if (rows.size === 0) return
  const sealed = [...rows.values()].map(row => {
    const id = randomUUID()
    return { ...row, id, index: keyedHash(keys, 'reports', row.domain), seal: sealAddress(keys, id, row.domain) }
  })
  await addDomains.run({
    week: mondayOf(utcDay(now)),
    ids: sealed.map(({ id }) => id),
    indexes: sealed.map(({ index }) => index),
    kinds: sealed.map(({ kind }) => kind),
    sealed: sealed.map(({ seal }) => seal),
    counts: sealed.map(({ count }) => count)
  }, db)
}

/** Null for an address whose seal is damaged. */
function domainOf (keys: Keyring, { id, addressSealed }: Counted['reader']): string | null {
  try {
    const address = openAddress(keys, id, addressSealed)
    return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  } catch (error) {
    if (error instanceof MissingKey) throw error
    return null
  }
}
