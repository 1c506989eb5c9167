import type { Pool } from 'pg'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { addressOf } from './address.js'
import { listEditors } from '../editor.queries.js'
import { rolesOf, type Role } from './role.js'

/** `invited`: the invitation was not accepted yet. */
export type AccountState = 'invited' | 'active' | 'disabled'

export interface ListedAccount {
  id: string
  name: string
  address: string
  roles: Role[]
  state: AccountState
  /** When it was last used, as far as a session tells; null if none does. */
  seenAt: Date | null
}

/** All accounts, those that are disabled last. */
export async function listAccounts ({ pool, keys }: { pool: Pool, keys: Keyring }): Promise<ListedAccount[]> {
  return (await listEditors.run(undefined, pool)).map(row => {
    const { id, name, joinedAt, disabledAt, seenAt } = row
    const address = addressOf(keys, row)
    const state = disabledAt !== null ? 'disabled' : joinedAt === null ? 'invited' : 'active'
    return { id, name, address, roles: rolesOf(row), state, seenAt }
  })
}
