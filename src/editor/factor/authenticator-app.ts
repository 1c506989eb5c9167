import type { Pool } from 'pg'
import { renderSVG } from 'uqr'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { openAddress, sealAddress } from '../../platform/crypto/seal.js'
import { inTransaction } from '../../platform/database/pool.js'
import { addressOf } from '../account/address.js'
import { findAccount } from '../account/account.js'
import { witnessOf } from '../audit/audit.js'
import { setTotp } from '../editor.queries.js'
import { queueMail } from '../mail-queue.js'
import { newTotpSecret, stepOf, totpUri } from './totp.js'

interface AppDeps { pool: Pool, keys: Keyring, clock: Clock }

/** What is shown to set an authenticator app up. */
export interface AppOffer {
  /** The secret in base32, for typing, in groups of four. */
  secret: string
  /** The same, sealed for this account: the form brings it back. */
  sealed: string
  /** The QR code as SVG. */
  qr: string
}

/** Offers a secret. An offer that a form has brought back is offered again. */
export async function offerApp (
  { pool, keys }: Omit<AppDeps, 'clock'>,
  { editorId, issuer, sealed }: { editorId: string, issuer: string, sealed?: string | undefined }
): Promise<AppOffer> {
  const account = await findAccount({ db: pool }, editorId)
  if (account === null) throw new Error('a session has no account')
  const secret = (sealed === undefined ? null : openOffer(keys, editorId, sealed)) ?? newTotpSecret()
  const uri = totpUri({ secret, issuer, account: addressOf(keys, account) })
  return {
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    sealed: sealAddress(keys, editorId, secret).toString('base64url'),
    qr: renderSVG(uri, { border: 2, ecc: 'M' })
  }
}

/** Takes an authenticator app into use, if its code is right. False if it is not. */
export async function addApp (
  deps: AppDeps, { editorId, sealed, code }: { editorId: string, sealed: string, code: string }
): Promise<boolean> {
  const secret = openOffer(deps.keys, editorId, sealed)
  const step = secret === null ? null : stepOf(deps, { secret, code })
  if (secret === null || step === null) return false
  await inTransaction(deps.pool, async client => {
    await setTotp.run({ id: editorId, sealed: sealAddress(deps.keys, editorId, secret), step }, client)
    await queueMail({ db: client }, { kind: 'notice', editorId, change: 'app' })
    await witnessOf(deps, editorId)(client, 'account.app_added', { account: editorId })
  })
  return true
}

function openOffer (keys: Keyring, editorId: string, sealed: string): string | null {
  try {
    return openAddress(keys, editorId, Buffer.from(sealed, 'base64url'))
  } catch {
    return null
  }
}
