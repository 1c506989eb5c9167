import type { Pool } from 'pg'
import type { Keyring } from '../platform/crypto/keyring.js'
import { openAddress, sealAddress } from '../platform/crypto/seal.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import { parseAddress } from '../platform/mail/address.js'
import { editorFingerprints } from './account/address.js'
import {
  lockEditorsSealedWithOtherKey, replaceEditorSeals, type ILockEditorsSealedWithOtherKeyResult
} from './editor.queries.js'

interface ResealDeps { pool: Pool, keys: Keyring, log: Log, /** Ids that were logged before. */ told: Set<string> }

/**
 * Seals again, with the primary key, what another key on the ring has sealed for accounts, and
 * returns how many accounts those were. A seal that does not open is left and logged.
 */
export async function resealEditors ({ pool, keys, log, told }: ResealDeps): Promise<number> {
  const versions = keys.versions.filter(version => version !== keys.primary)
  if (versions.length === 0) return 0
  return await inTransaction(pool, async db => {
    const damaged: string[] = []
    let resealed = 0
    for (const row of await lockEditorsSealedWithOtherKey.run({ versions }, db)) {
      const seals = sealAgain(keys, row)
      if (seals === null) damaged.push(row.id)
      else {
        await replaceEditorSeals.run({ id: row.id, ...seals }, db)
        resealed++
      }
    }
    const untold = damaged.filter(id => !told.has(id))
    if (untold.length > 0) {
      const line = { event: 'editor_seals_damaged', editors: untold, count: damaged.length } as const
      log.error(line, 'seals of accounts do not open')
    }
    for (const id of untold) told.add(id)
    return resealed
  })
}

function sealAgain (
  keys: Keyring, { id, addressSealed, totpSealed }: ILockEditorsSealedWithOtherKeyResult
): { index: Buffer, addressSealed: Buffer, totpSealed: Buffer | null } | null {
  try {
    const address = openAddress(keys, id, addressSealed)
    const parsed = parseAddress(address)
    if (!parsed.ok) return null
    return {
      index: editorFingerprints(keys, parsed.value.canonical)[0],
      addressSealed: sealAddress(keys, id, address),
      totpSealed: totpSealed === null ? null : sealAddress(keys, id, openAddress(keys, id, totpSealed))
    }
  } catch {
    return null
  }
}
