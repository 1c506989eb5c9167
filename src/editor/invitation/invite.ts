import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { MailAddress } from '../../platform/mail/address.js'
import type { Witness } from '../../platform/witness.js'
import { addAccount, findByAddress } from '../account/account.js'
import { setRoles } from '../editor.queries.js'
import { linkPath, makeEditorLink } from './link.js'
import { queueMail } from '../mail-queue.js'
import type { Role } from '../account/role.js'

export interface InviteDeps {
  pool: Pool
  keys: Keyring
  clock: Clock
  witness: Witness
  invitationTtlSeconds: number
  byMail: boolean
}

export type Invited = { kind: 'invited', editorId: string, path: string } | { kind: 'taken' }

/**
 * Makes an account that its owner has still to accept, and the link for that: its path below the
 * public URL. Somebody who was invited before and has not accepted gets a new link, and these
 * roles. `byMail`: the link is mailed as well.
 */
export async function invite (
  deps: InviteDeps, { address, roles }: { address: MailAddress, roles: readonly Role[] }
): Promise<Invited> {
  const { keys, clock, witness, invitationTtlSeconds: ttlSeconds, byMail } = deps
  return await inTransaction(deps.pool, async (db): Promise<Invited> => {
    const known = await findByAddress({ db, keys }, address.canonical)
    if (known !== null && known.joinedAt !== null) return { kind: 'taken' }
    const editorId = known?.id ?? await addAccount({ db, keys, clock }, address, roles)
    if (editorId === null) return { kind: 'taken' }
    await setRoles.run({ id: editorId, roles: [...roles] }, db)
    const token = await makeEditorLink({ db, keys, clock }, { purpose: 'invitation', editorId, ttlSeconds })
    if (byMail) await queueMail({ db }, { kind: 'invitation', editorId })
    await witness(db, 'account.invited', { account: editorId, roles })
    return { kind: 'invited', editorId, path: linkPath('invitation', token) }
  })
}
