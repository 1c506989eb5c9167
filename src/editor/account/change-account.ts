import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import type { Witness } from '../../platform/witness.js'
import {
  deleteEditor, endSessionsOf, lockAdministrators, lockEditor, setDisabled, setRoles as storeRoles
} from '../editor.queries.js'
import type { Role } from './role.js'

interface ChangeDeps { pool: Pool, clock: Clock, witness: Witness }

/** `last-administrator`: nobody could give the role back. Nothing was changed then. */
export type AccountChange = 'changed' | 'unknown' | 'last-administrator'

/** Gives an account other roles. They hold from its next request on. */
export async function setRoles (
  deps: ChangeDeps, { editorId, roles }: { editorId: string, roles: readonly Role[] }
): Promise<AccountChange> {
  return await change(deps, { editorId, keepsAdministering: roles.includes('administer') }, async db => {
    await storeRoles.run({ id: editorId, roles: [...roles] }, db)
    await deps.witness(db, 'account.roles', { account: editorId, roles })
  })
}

/** Disables an account and ends its sessions, or lets it in again. */
export async function setAccountDisabled (
  deps: ChangeDeps, { editorId, disabled }: { editorId: string, disabled: boolean }
): Promise<AccountChange> {
  return await change(deps, { editorId, keepsAdministering: !disabled }, async db => {
    await setDisabled.run({ id: editorId, at: disabled ? deps.clock.now() : null }, db)
    if (disabled) await endSessionsOf.run({ editorId, except: null }, db)
    await deps.witness(db, disabled ? 'account.disabled' : 'account.enabled', { account: editorId })
  })
}

/** Takes an invitation back that was not accepted yet. False if it was, or if there is none. */
export async function withdrawInvitation (
  { pool, witness }: Omit<ChangeDeps, 'clock'>, editorId: string
): Promise<boolean> {
  return await inTransaction(pool, async db => {
    if ((await deleteEditor.run({ id: editorId }, db)).length === 0) return false
    await witness(db, 'account.invitation_withdrawn', { account: editorId })
    return true
  })
}

async function change (
  { pool }: ChangeDeps,
  { editorId, keepsAdministering }: { editorId: string, keepsAdministering: boolean },
  act: (db: Queryable) => Promise<void>
): Promise<AccountChange> {
  return await inTransaction(pool, async (db): Promise<AccountChange> => {
    const administrators = await lockAdministrators.run(undefined, db)
    if (await lockEditor.maybeOne({ id: editorId }, db) === null) return 'unknown'
    const isLast = administrators.length === 1 && administrators[0]?.id === editorId
    if (isLast && !keepsAdministering) return 'last-administrator'
    await act(db)
    return 'changed'
  })
}
