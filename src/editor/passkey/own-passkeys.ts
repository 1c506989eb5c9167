import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { inTransaction } from '../../platform/database/pool.js'
import { witnessOf } from '../audit/audit.js'
import { deletePasskey, listPasskeys, lockEditor, renamePasskey as setPasskeyName } from '../editor.queries.js'
import type { IdentityProvider } from '../single-sign-on/identity-provider.js'
import { queueMail } from '../mail-queue.js'
import { nameFault, tidyName } from '../account/name.js'
import { LastWayIn, refuseLastWayIn } from '../factor/way-in.js'

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  /** The credential's id in base64url. */
  id: string
  name: string
  /** Whether it is kept elsewhere, too, and outlives its device. */
  backedUp: boolean
  createdAt: Date
  usedAt: Date | null
}

/** The passkeys of an account, the oldest first. */
export async function ownPasskeys ({ pool }: { pool: Pool }, editorId: string): Promise<OwnPasskey[]> {
  const rows = await listPasskeys.run({ editorId }, pool)
  return rows.map(({ id, name, backedUp, createdAt, usedAt }) => (
    { id: id.toString('base64url'), name, backedUp, createdAt, usedAt }
  ))
}

interface Named { editorId: string, id: string }

/**
 * Gives a passkey another name. False if the name is empty or too long, or there is no such
 * passkey.
 */
export async function renamePasskey (
  { pool }: { pool: Pool }, { editorId, id, name }: Named & { name: string }
): Promise<boolean> {
  const tidy = tidyName(name)
  if (nameFault(tidy) !== null) return false
  return (await setPasskeyName.run({ editorId, id: bytes(id), name: tidy }, pool)).length > 0
}

/** `last-way-in`: without it nobody could sign in to the account. Nothing was changed then. */
export type PasskeyRemoval = 'removed' | 'unknown' | 'last-way-in'

/** Takes a passkey away. It may still be in its authenticator, and opens nothing any more. */
export async function removePasskey (
  { pool, clock, provider }: { pool: Pool, clock: Clock, provider: IdentityProvider | null }, { editorId, id }: Named
): Promise<PasskeyRemoval> {
  return await inTransaction(pool, async (db): Promise<PasskeyRemoval> => {
    // Two removals at once must not take one half each.
    await lockEditor.run({ id: editorId }, db)
    const removed = await deletePasskey.run({ editorId, id: bytes(id) }, db)
    if (removed.length === 0) return 'unknown'
    await refuseLastWayIn({ db, provider }, editorId)
    await queueMail({ db }, { kind: 'notice', editorId, change: 'passkey_removed' })
    await witnessOf({ clock }, editorId)(db, 'account.passkey_removed', { account: editorId })
    return 'removed'
  }).catch((error: unknown): PasskeyRemoval => {
    if (error instanceof LastWayIn) return 'last-way-in'
    throw error
  })
}

function bytes (id: string): Buffer {
  return Buffer.from(id, 'base64url')
}
