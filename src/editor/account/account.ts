import { randomUUID } from 'node:crypto'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { openAddress, sealAddress } from '../../platform/crypto/seal.js'
import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { MailAddress } from '../../platform/mail/address.js'
import { editorFingerprints } from './address.js'
import { findEditor, findEditorByAddress, insertEditor, type IFindEditorResult } from '../editor.queries.js'
import { rolesOf, type Role } from './role.js'

/** An account, as use cases of this room see it. */
export interface Account extends Omit<IFindEditorResult, 'roles'> { roles: Role[] }

interface FindDeps { db: Queryable, keys: Keyring }

/** The account of an address, under whatever key it was stored; null if there is none. */
export async function findByAddress ({ db, keys }: FindDeps, canonical: string): Promise<Account | null> {
  return toAccount(await findEditorByAddress.maybeOne({ indexes: editorFingerprints(keys, canonical) }, db))
}

export async function findAccount ({ db }: { db: Queryable }, id: string): Promise<Account | null> {
  return toAccount(await findEditor.maybeOne({ id }, db))
}

/** Makes an account that nobody can use yet, and returns its id; null if the address has one. */
export async function addAccount (
  { db, keys, clock }: FindDeps & { clock: Clock },
  { address, canonical }: MailAddress,
  roles: readonly Role[],
  id: string = randomUUID()
): Promise<string | null> {
  if (await findByAddress({ db, keys }, canonical) !== null) return null
  const [row] = await insertEditor.run({
    id,
    index: editorFingerprints(keys, canonical)[0],
    sealed: sealAddress(keys, id, address),
    roles: [...roles],
    now: clock.now()
  }, db)
  return row?.id ?? null
}

/** The secret of the account's authenticator app in base32; null if it has none. */
export function totpSecretOf (keys: Keyring, { id, totpSealed }: Account): string | null {
  return totpSealed === null ? null : openAddress(keys, id, totpSealed)
}

function toAccount (row: IFindEditorResult | null): Account | null {
  return row === null ? null : { ...row, roles: rolesOf(row) }
}
