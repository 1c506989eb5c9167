import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { mailboxOf, type MailAddress } from '../platform/mail/address.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, mailboxFingerprint, sealAddress } from '../platform/crypto/seal.js'
import { secondsEach, type Lane } from './confirmation-pace.js'
import { SUBSCRIPTION_MAIL } from './job-names.js'
import { mayGetMail, recentRequests } from './mail-limit.js'
import { findKnown, holdMailbox, noteMailRequest, takeSignUp } from './subscription.queries.js'

export interface SubscribeDeps {
  pool: Pool
  keys: Keyring
  clock: Clock
  consentTextId: () => Promise<number>
  mailsPerMinute: number
}

/**
 * Takes a sign-up: stores the address, sealed, as pending and enqueues the mail that asks for its
 * confirmation, in one transaction. Resolves with the seconds until a mail on this lane may leave.
 *
 * It says nothing about whether the address was known: one that is active already gets a mail that
 * says so, one whose mailbox was mailed to lately gets none, and the statements that run are the
 * same for all.
 */
export async function subscribe (
  { pool, keys, clock, consentTextId, mailsPerMinute }: SubscribeDeps,
  { address, canonical }: Pick<MailAddress, 'address' | 'canonical'>,
  lane: Lane = 'first'
): Promise<number> {
  const textId = await consentTextId()
  const indexes = fingerprints(keys, canonical)
  const mailbox = mailboxFingerprint(keys, mailboxOf(canonical))
  const now = clock.now()
  return await inTransaction(pool, async client => {
    await holdMailbox.run({ hash: mailbox.readBigInt64BE().toString() }, client)
    const known = await findKnown.one({ job: SUBSCRIPTION_MAIL, indexes, mailbox }, client)
    const recent = recentRequests(known.askedAt ?? [], now)
    const wanted = !known.mailWaits && mayGetMail(recent, now)
    await noteMailRequest.run({ mailbox, askedAt: wanted || recent.length === 0 ? [...recent, now] : recent }, client)
    const id = known.id ?? randomUUID()
    const sealed = sealAddress(keys, id, address)
    const seconds = wanted ? secondsEach(mailsPerMinute) : 0
    const signUp = { id, index: indexes[0], sealed, consentTextId: textId, now }
    const taken = await takeSignUp.maybeOne({ job: SUBSCRIPTION_MAIL, wanted, lane, seconds, ...signUp }, client)
    if (taken === null) throw new Error(`the lane ${lane} is missing from confirmation_pace`)
    return taken.startsIn
  })
}
