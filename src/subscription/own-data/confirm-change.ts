import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { fingerprints, openAddress, sealAddress } from '../../platform/crypto/seal.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { requireAddress, type MailAddress } from '../../platform/mail/address.js'
import type { WriteJournal } from '../../platform/write-journal.js'
import { mailboxOfReader } from '../mailboxes.js'
import { chooseKept, mergeInto, type LockedRow } from '../merge.js'
import { hold } from '../subscribe.js'
import {
  copySubscriber, findChange, lockByAddress, lockChange, moveProof, takeOverConsent
} from './own-data.queries.js'
import { forgetMailboxes } from '../subscription.queries.js'
import { liftSuppression } from '../suppression.js'

/** `gone`: it was confirmed, stopped or replaced before, or its subscriber was erased. */
export type ConfirmedChange = 'changed' | 'expired' | 'gone'

interface ChangeDeps {
  pool: Pool
  keys: Keyring
  clock: Clock
  /** Whether it is to be provable later that a reader agreed. */
  consentProof: boolean
  writeJournal: WriteJournal
}

/**
 * Moves a subscription to its new address, with its state and consent. It becomes another row and
 * the old one is erased, so that a restored backup brings the old address back no more than that of
 * a reader who left. If the new address is stored already, the two become one.
 */
export async function confirmChange (deps: ChangeDeps, change: string): Promise<ConfirmedChange> {
  const confirmed = await inTransaction(deps.pool, async db => await confirmHeld(db, deps, change))
  if (confirmed === 'changed') await deps.writeJournal()
  return confirmed
}

async function confirmHeld (db: Queryable, deps: ChangeDeps, change: string): Promise<ConfirmedChange> {
  const { keys, clock } = deps
  const found = await findChange.maybeOne({ id: change }, db)
  if (found === null) return 'gone'
  if (clock.now() >= found.expiresAt) return 'expired'
  const to = requireAddress(openAddress(keys, change, found.newSealed))
  const from = requireAddress(openAddress(keys, found.subscriberId, found.oldSealed))
  const [oldMailbox, newMailbox] = [from, to].map(({ canonical }) => mailboxOfReader(keys, canonical))
  await hold(db, [oldMailbox, newMailbox].flatMap(mailbox => mailbox === undefined ? [] : [mailbox.signUp]))
  const old = await lockChange.maybeOne({ id: change }, db)
  if (old === null) return 'gone'
  await move(db, deps, old, to)
  await liftSuppression({ db, keys }, to.canonical)
  if (oldMailbox !== undefined) {
    await forgetMailboxes.run({ mailboxes: [oldMailbox.signUp, oldMailbox.ownData] }, db)
  }
  return 'changed'
}

/** Erases a locked row in favour of one under the new address. */
async function move (
  db: Queryable, { keys, clock, consentProof }: ChangeDeps, old: LockedRow, to: MailAddress
): Promise<void> {
  const { id } = old
  const [first, ...more] = await lockByAddress.run({ indexes: fingerprints(keys, to.canonical) }, db)
  const known = first === undefined ? null : chooseKept([first, ...more])
  const kept = known?.id ?? randomUUID()
  if (known === null) {
    const [index] = fingerprints(keys, to.canonical)
    await copySubscriber.run({ id, newId: kept, index, sealed: sealAddress(keys, kept, to.address) }, db)
  } else if (known.state === 'pending') {
    await takeOverConsent.run({ id, kept }, db)
  }
  await moveProof.run({ id, kept, now: clock.now(), consentProof }, db)
  const doubles = [first, ...more].flatMap(row => row === undefined || row.id === kept ? [] : [{ id: row.id, kept }])
  if (doubles.length > 0) await mergeInto(db, doubles)
  // Somebody who is planned twice for an issue gets it once.
  await mergeInto(db, [{ id, kept }], { moved: known?.state !== 'active', gaveUpAddress: true })
}
