import type { Keyring } from '../../platform/crypto/keyring.js'
import { inTransaction } from '../../platform/database/pool.js'
import { findAccount } from '../account/account.js'
import { addressOf } from '../account/address.js'
import {
  offerPasskey, storePasskey, verifyNewPasskey, type PasskeyDeps, type PasskeyOffer
} from './new-passkey.js'
import { queueMail } from '../mail-queue.js'
import type { NewPasskeyAnswer } from './answer.js'

/** Offers another passkey to an account that there is. */
export async function offerOwnPasskey (
  deps: Omit<PasskeyDeps, 'log'> & { keys: Keyring }, editorId: string
): Promise<PasskeyOffer> {
  const account = await findAccount({ db: deps.pool }, editorId)
  if (account === null) throw new Error('a session has no account')
  return await offerPasskey(deps, { editorId, name: account.name, address: addressOf(deps.keys, account) })
}

/** Gives an account the passkey that it was offered. False if the answer is not right. */
export async function addOwnPasskey (
  deps: PasskeyDeps, { editorId, answer, name }: { editorId: string, answer: NewPasskeyAnswer, name: string }
): Promise<boolean> {
  const passkey = await verifyNewPasskey(deps, answer)
  if (passkey === null || passkey.editorId !== editorId) return false
  return await inTransaction(deps.pool, async db => {
    if (!await storePasskey({ ...deps, db }, passkey, name)) return false
    await queueMail({ db }, { kind: 'notice', editorId, change: 'passkey_added' })
    return true
  })
}
