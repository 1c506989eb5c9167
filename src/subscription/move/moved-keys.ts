import { createHash, createHmac } from 'node:crypto'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { fingerprints, openText, sealText } from '../../platform/crypto/seal.js'
import { uuidFromBytes } from '../../platform/crypto/uuid.js'
import type { Queryable } from '../../platform/database/pool.js'
import { listMovedKeys, resealMovedKey, storeMovedKey } from './move.queries.js'

interface KeyDeps { db: Queryable, keys: Keyring }

/** A key that another installation has made fingerprints with, and by which name it stands here. */
export interface MovedKey { id: string, key: Buffer }

/** The keys that came along from other installations with suppressed addresses. */
export async function readMovedKeys ({ db, keys }: KeyDeps): Promise<MovedKey[]> {
  const rows = await listMovedKeys.run(undefined, db)
  return rows.map(({ id, keySealed }) => ({
    id, key: Buffer.from(openText(keys, { purpose: 'seal', id }, keySealed), 'base64')
  }))
}

/** Keeps such a key, sealed. One that is here already is known again. Returns its name. */
export async function keepMovedKey ({ db, keys }: KeyDeps, key: Buffer): Promise<string> {
  const hash = createHash('sha256').update('integrationsbrief moved key').update(key).digest()
  const id = uuidFromBytes(hash.subarray(0, 16))
  await storeMovedKey.run({ id, sealed: seal(keys, id, key) }, db)
  return id
}

/** Seals with the primary key what another one on the ring has sealed. */
export async function resealMovedKeys ({ db, keys }: KeyDeps): Promise<void> {
  for (const { id, keySealed } of await listMovedKeys.run(undefined, db)) {
    if (keySealed[0] === keys.primary || !keys.versions.includes(keySealed[0] ?? 0)) continue
    const key = Buffer.from(openText(keys, { purpose: 'seal', id }, keySealed), 'base64')
    await resealMovedKey.run({ id, sealed: seal(keys, id, key) }, db)
  }
}

function seal (keys: Keyring, id: string, key: Buffer): Buffer {
  return sealText(keys, { purpose: 'seal', id }, key.toString('base64'))
}

/** All fingerprints under which an address may be suppressed, ours first. */
export function suppressedAs (keys: Keyring, moved: readonly MovedKey[], canonical: string): [Buffer, ...Buffer[]] {
  return [
    ...fingerprints(keys, canonical), ...moved.map(({ key }) => createHmac('sha256', key).update(canonical).digest())
  ]
}
