import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { inTransaction } from '../../platform/database/pool.js'
import { addressOf } from './address.js'
import { findAccount } from './account.js'
import { witnessOf } from '../audit/audit.js'
import { nameEditor, setTextMode } from '../editor.queries.js'
import { queueMail } from '../mail-queue.js'
import { nameFault, tidyName, type NameFault } from './name.js'
import { countRecoveryCodes, renewRecoveryCodes } from '../factor/recovery-codes.js'

interface OwnDeps { pool: Pool, keys: Keyring, clock: Clock }

/** What people see of their own account. */
export interface OwnAccount { name: string, address: string, hasPassword: boolean, hasApp: boolean, codesLeft: number }

export async function readOwnAccount ({ pool, keys }: OwnDeps, editorId: string): Promise<OwnAccount> {
  const account = await findAccount({ db: pool }, editorId)
  if (account === null) throw new Error('a session has no account')
  return {
    name: account.name,
    address: addressOf(keys, account),
    hasPassword: account.passwordHash !== null,
    hasApp: account.totpSealed !== null,
    codesLeft: await countRecoveryCodes({ db: pool }, editorId)
  }
}

/** Gives one's own account another name. Returns what is wrong with it; null if it was stored. */
export async function renameOwnAccount (
  { pool }: OwnDeps, { editorId, name }: { editorId: string, name: string }
): Promise<NameFault | null> {
  const tidy = tidyName(name)
  const fault = nameFault(tidy)
  if (fault === null) await nameEditor.run({ id: editorId, name: tidy }, pool)
  return fault
}

/** Whether texts are written as Markdown. */
export async function setOwnTextMode (
  { pool }: OwnDeps, { editorId, textMode }: { editorId: string, textMode: boolean }
): Promise<void> {
  await setTextMode.run({ id: editorId, textMode }, pool)
}

/** New recovery codes instead of the earlier ones, to be shown once. */
export async function renewOwnCodes ({ pool, clock }: OwnDeps, editorId: string): Promise<string[]> {
  return await inTransaction(pool, async db => {
    const codes = await renewRecoveryCodes({ db }, editorId)
    await queueMail({ db }, { kind: 'notice', editorId, change: 'codes' })
    await witnessOf({ clock }, editorId)(db, 'account.codes_renewed', { account: editorId })
    return codes
  })
}
