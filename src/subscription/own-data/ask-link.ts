import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../../platform/crypto/seal.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { requireAddress } from '../../platform/mail/address.js'
import { secondsEach, type Lane } from '../confirmation-pace.js'
import { SUBSCRIPTION_MAIL, type MailSubject } from '../job-names.js'
import { exceededLimit, recentRequests } from '../mail-limit.js'
import { mailboxOfReader } from '../mailboxes.js'
import { hold } from '../subscribe.js'
import { enqueueOwnMails, findByLink } from './own-data.queries.js'
import { findByAddress, findMailRequests, noteMailRequests } from '../subscription.queries.js'

export interface AskDeps { pool: Pool, keys: Keyring, clock: Clock, mailsPerMinute: number }

/**
 * Mails a link to what is stored, if anything is stored under an address as pending or active.
 * Resolves with the seconds until a mail on the lane may leave.
 *
 * It says nothing about whether the address is known: the statements that run are the same for all,
 * and a mailbox gets one such mail in 15 minutes and three a day.
 */
export async function askForLink (deps: AskDeps, canonical: string, lane: Lane): Promise<number> {
  return await inTransaction(deps.pool, async db => {
    const mailbox = mailboxOfReader(deps.keys, canonical)
    await hold(db, [mailbox.signUp])
    const [known] = await findByAddress.run({ indexes: fingerprints(deps.keys, canonical) }, db)
    const wanted = await countRequest(db, deps.clock, mailbox.ownData) && known !== undefined
    return await enqueue(db, deps, lane, wanted ? [{ id: known.id, about: 'own-data' }] : [])
  })
}

/** The same for the subscriber of an issue's link. */
export async function askForLinkById (deps: AskDeps, id: string, lane: Lane): Promise<void> {
  const row = await findByLink.maybeOne({ id }, deps.pool)
  if (row === null) return
  await askForLink(deps, requireAddress(openAddress(deps.keys, row.id, row.addressSealed)).canonical, lane)
}

/** Counts a request of a mailbox that is held, and says whether it may have a mail. */
export async function countRequest (db: Queryable, clock: Clock, mailbox: Buffer): Promise<boolean> {
  const now = clock.now()
  const [requests] = await findMailRequests.run({ mailboxes: [mailbox] }, db)
  const recent = recentRequests(requests?.askedAt ?? [], now)
  const allowed = exceededLimit(recent, now) === null
  const times = allowed ? [...recent, now] : recent
  await noteMailRequests.run({ mailboxes: times.map(() => mailbox), times }, db)
  return allowed
}

/** Enqueues mails at the next turns of a lane. Resolves with the seconds until it is free. */
export async function enqueue (
  db: Queryable, { mailsPerMinute }: Pick<AskDeps, 'mailsPerMinute'>, lane: Lane,
  mails: ReadonlyArray<{ id: string, about: MailSubject }>
): Promise<number> {
  const { startsIn } = await enqueueOwnMails.one({
    job: SUBSCRIPTION_MAIL,
    each: secondsEach(mailsPerMinute),
    lane,
    ids: mails.map(({ id }) => id),
    subjects: mails.map(({ about }) => about)
  }, db)
  return startsIn
}
