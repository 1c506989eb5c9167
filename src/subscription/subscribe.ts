import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { MailAddress } from '../platform/address.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database.js'
import type { Keyring } from '../platform/keyring.js'
import { fingerprints, sealAddress, stableFingerprint } from '../platform/seal.js'
import { askAgain, enqueueMail, holdAddress, insertPending, lockByAddress } from './subscription.queries.js'

export interface SubscribeParts { pool: Pool, keys: Keyring, clock: Clock, consentTextId: () => Promise<number> }

const MINUTE_MS = 60_000
/** How often sign-ups may cause a mail to one address, whoever types it in. */
const PAUSE_MS = 15 * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS
const MAILS_A_DAY = 3

/**
 * Takes a sign-up: stores the address, sealed, as pending and enqueues the mail that asks for its
 * confirmation, in one transaction. It says nothing about whether the address was known: one that
 * is active already gets a mail that says so, one that was mailed to lately gets none.
 */
export async function subscribe ({ pool, keys, clock, consentTextId }: SubscribeParts, { address, canonical }: MailAddress): Promise<void> {
  const textId = await consentTextId()
  const indexes = fingerprints(keys, canonical)
  const now = clock.now()
  await inTransaction(pool, async client => {
    await holdAddress.run({ hash: stableFingerprint(keys, canonical).readBigInt64BE().toString() }, client)
    const [known] = await lockByAddress.run({ indexes }, client)
    if (known === undefined) {
      const id = randomUUID()
      await insertPending.run({ id, index: indexes[0], sealed: sealAddress(keys, id, address), consentTextId: textId, now }, client)
      await enqueueMail.run({ id }, client)
      return
    }
    const recent = known.mailRequests.filter(at => now.getTime() - at.getTime() < DAY_MS)
    const last = recent.at(-1)
    if (recent.length >= MAILS_A_DAY || (last !== undefined && now.getTime() - last.getTime() < PAUSE_MS)) return
    await askAgain.run({ id: known.id, mailRequests: [...recent, now], consentTextId: textId, now }, client)
    await enqueueMail.run({ id: known.id }, client)
  })
}
