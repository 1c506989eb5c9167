import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { inTransaction } from '../platform/database/pool.js'
import type { MailAddress } from '../platform/mail/address.js'
import type { Witness } from '../platform/witness.js'
import type { MailLimit } from './mail-limit.js'
import { decide, prepare, store } from './subscribe.js'

/**
 * What became of a wish for another confirmation mail. `waiting`: one is about to leave. `active`:
 * it is confirmed by now. `day`, `pause`: the mailbox has had too many mails.
 */
export type SentAgain = 'queued' | 'waiting' | 'active' | 'gone' | MailLimit

interface SendAgainDeps { pool: Pool, keys: Keyring, clock: Clock, mailsPerMinute: number, witness: Witness }

/**
 * Enqueues the confirmation mail of a pending subscriber again, as one more sign-up would: within
 * the limits of the mailbox and at its turn, with a link that is valid from now. It signs nobody
 * up, and the wording that the reader agreed to stays.
 */
export async function sendAgain (
  deps: SendAgainDeps, { address, canonical }: Pick<MailAddress, 'address' | 'canonical'>
): Promise<SentAgain> {
  const prepared = prepare(deps, { address, canonical })
  return await inTransaction(deps.pool, async client => {
    const [decided] = await decide(client, [prepared])
    if (decided?.known == null) return 'gone'
    const { known, limit } = decided
    if (known.state === 'active') return 'active'
    if (known.mailWaits) return 'waiting'
    if (limit !== null) return limit
    await store(client, { ...deps, own: false }, known.consentTextId, [decided])
    await deps.witness(client, 'subscriber.mail_sent_again', {})
    return 'queued'
  })
}
