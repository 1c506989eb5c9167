import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { requireAddress } from '../../src/platform/mail/address.js'
import { systemClock } from '../../src/platform/clock.js'
import { createKeyring, parseMasterKeys } from '../../src/platform/crypto/keyring.js'
import { subscribe } from '../../src/subscription/subscribe.js'

const LOOK_MS = 5

/**
 * Signs up one reader after the other as the website does. Resolves with the milliseconds until the
 * relay had the mail that asks for confirmation.
 */
export function signUps (pool: Pool, masterKeys: string): () => Promise<number> {
  const keys = createKeyring(parseMasterKeys(masterKeys))
  const consentTextId = async (): Promise<number> =>
    (await pool.query('select min(id) as id from consent_text')).rows[0].id
  const waiting = async (): Promise<boolean> =>
    (await pool.query('select from subscriber where state = \'pending\' and mail_sent_at is null')).rowCount !== 0
  const deps = { pool, keys, clock: systemClock, consentTextId, mailsPerMinute: 100_000 }
  let count = 0
  return async () => {
    const start = performance.now()
    await subscribe(deps, [requireAddress(`neu${++count}@beispiel.example`)])
    while (await waiting()) await delay(LOOK_MS)
    return performance.now() - start
  }
}
