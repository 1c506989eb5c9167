import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { requireAddress } from '../../platform/mail/address.js'
import { addressOf } from '../account/address.js'
import { findAccount, totpSecretOf, type Account } from '../account/account.js'
import {
  countWrongCode, deletePasskeysOf, endSessionsOf, findWaysIn, lockEditor, replaceRecoveryCodes, setTotp, useTotpStep
} from '../editor.queries.js'
import { hasIdentityAt } from '../single-sign-on/identity.js'
import type { IdentityProvider } from '../single-sign-on/identity-provider.js'
import { verifyPassword } from './password.js'
import { queueMail } from '../mail-queue.js'
import { useRecoveryCode } from './recovery-codes.js'
import { endSession, startSession, type Session } from '../session/session.js'
import { countSignIn, forgetFailures, type SignInSource } from '../session/sign-in-attempts.js'
import { stepOf } from './totp.js'
import type { Witness } from '../../platform/witness.js'
import type { SignInDeps, Visit } from '../session/visit.js'

/** So many wrong codes end a session that was begun: the password is asked for again. */
const WRONG_CODES = 5

export type CodeCheck =
  | { kind: 'wrong' }
  | { kind: 'ended' }
  | { kind: 'wait', seconds: number }
  | { kind: 'right' }

/** Whether an account has something beside its password. */
export async function hasSecondFactor ({ db }: { db: Queryable }, { id }: Pick<Account, 'id'>): Promise<boolean> {
  const { app, passkey } = await findWaysIn.one({ editorId: id }, db)
  return app || passkey
}

/** What an account may be asked for beside its password. */
export async function secondFactorsOf (
  { pool }: { pool: Pool }, editorId: string
): Promise<{ app: boolean, passkey: boolean }> {
  const { app, passkey } = await findWaysIn.one({ editorId }, pool)
  return { app, passkey }
}

/** What somebody who is signed in can prove again by who they are. */
export interface ProofWays {
  hasPassword: boolean
  app: boolean
  passkey: boolean
  /** Whether the house's provider of identities knows them. */
  identity: boolean
}

export async function proofOf (
  { pool, provider }: { pool: Pool, provider: IdentityProvider | null }, editorId: string
): Promise<ProofWays> {
  const { password, app, passkey } = await findWaysIn.one({ editorId }, pool)
  return { hasPassword: password, app, passkey, identity: await hasIdentityAt({ db: pool, provider }, editorId) }
}

/** What is given to prove who one is. Without `password`, it was checked before. */
export interface Proof { password?: string, code: string, visit: Visit }

/**
 * Checks a code of the authenticator app, or a recovery code, and the password if it is given. Each
 * code works once. Wrong ones count like failed sign-ins.
 */
export async function checkCode (
  deps: SignInDeps, session: Session, { password, code, visit }: Proof
): Promise<CodeCheck> {
  const { pool, keys, clock } = deps
  const account = await findAccount({ db: pool }, session.editor.id)
  if (account === null) return { kind: 'ended' }
  const source = sourceOf(deps, account, visit)
  const seconds = await countSignIn({ db: pool, keys, clock }, source)
  if (seconds > 0) return { kind: 'wait', seconds }
  const knows = password === undefined || await verifyPassword(password, account.passwordHash)
  if (knows && await useCode(deps, account, code)) {
    await forgetFailures({ db: pool, keys }, source)
    return { kind: 'right' }
  }
  const { wrongCodes } = await countWrongCode.one({ id: session.id }, pool)
  if (wrongCodes < WRONG_CODES) return { kind: 'wrong' }
  await endSession({ db: pool }, { id: session.id, editorId: account.id })
  return { kind: 'ended' }
}

/**
 * Takes an account's second factors away: its owner sets up new ones at the next sign-in. False if
 * there is no such account.
 */
export async function removeSecondFactors (
  { pool, witness }: { pool: Pool, witness: Witness }, editorId: string
): Promise<boolean> {
  return await inTransaction(pool, async db => {
    if (await lockEditor.maybeOne({ id: editorId }, db) === null) return false
    await setTotp.run({ id: editorId, sealed: null, step: null }, db)
    await deletePasskeysOf.run({ editorId }, db)
    await replaceRecoveryCodes.run({ id: editorId, hashes: [] }, db)
    await endSessionsOf.run({ editorId, except: null }, db)
    await queueMail({ db }, { kind: 'notice', editorId, change: 'factors' })
    await witness(db, 'account.factors_removed', { account: editorId })
    return true
  })
}

/** Replaces a session that was begun by one that is signed in, and returns the new token. */
export async function completeSession (
  deps: SignInDeps, session: Session, { device }: Pick<Visit, 'device'>
): Promise<string> {
  return await inTransaction(deps.pool, async client => {
    await endSession({ db: client }, { id: session.id, editorId: session.editor.id })
    return await startSession({ ...deps, db: client }, { editorId: session.editor.id, stage: 'full', device })
  })
}

/** Whether a code is right; uses it up. */
async function useCode (
  { pool, keys, clock }: Pick<SignInDeps, 'pool' | 'keys'> & { clock: Clock }, account: Account, code: string
): Promise<boolean> {
  const secret = totpSecretOf(keys, account)
  const step = secret === null ? null : stepOf({ clock }, { secret, code })
  if (step === null) return await useRecoveryCode({ db: pool }, account.id, code)
  return (await useTotpStep.run({ id: account.id, step }, pool)).length > 0
}

/** Who tries to sign in, once the account is known. */
export function sourceOf ({ keys }: Pick<SignInDeps, 'keys'>, account: Account, visit: Visit): SignInSource {
  return {
    canonical: requireAddress(addressOf(keys, account)).canonical,
    network: visit.network,
    device: visit.knownDevice,
    editorId: account.id
  }
}
