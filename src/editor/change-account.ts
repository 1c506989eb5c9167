import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import type { Witness } from '../platform/witness.js'
import { endSessionsOf, lockAdministrators, lockEditor, setDisabled } from './editor.queries.js'

interface ChangeDeps { pool: Pool, clock: Clock, witness: Witness }

/** `last-administrator`: nobody could give the role back. Nothing was changed then. */
export type AccountChange = 'changed' | 'unknown' | 'last-administrator'

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
