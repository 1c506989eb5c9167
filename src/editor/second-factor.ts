import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import { requireAddress } from '../platform/mail/address.js'
import { addressOf } from './address.js'
import { findAccount, totpSecretOf, type Account } from './account.js'
import { countWrongCode, useTotpStep } from './editor.queries.js'
import { useRecoveryCode } from './recovery-codes.js'
import { endSession, startSession, type Session } from './session.js'
import { countSignIn, forgetFailures, type SignInSource } from './sign-in-attempts.js'
import { stepOf } from './totp.js'
import type { SignInDeps, Visit } from './visit.js'

/** So many wrong codes end a session that was begun: the password is asked for again. */
const WRONG_CODES = 5

export type CodeCheck =
  | { kind: 'wrong' }
  | { kind: 'ended' }
  | { kind: 'wait', seconds: number }
  | { kind: 'right' }

/** Whether an account has something beside its password. */
export async function hasSecondFactor (_: { db: Queryable }, account: Account): Promise<boolean> {
  return account.totpSealed !== null
}

/**
 * Checks a code of the authenticator app, or a recovery code. Each works once. Wrong ones count
 * like wrong passwords.
 */
export async function checkCode (
  deps: SignInDeps, session: Session, { code, visit }: { code: string, visit: Visit }
): Promise<CodeCheck> {
  const { pool, keys, clock } = deps
  const account = await findAccount({ db: pool }, session.editor.id)
  if (account === null) return { kind: 'ended' }
  const source = sourceOf(deps, account, visit)
  const seconds = await countSignIn({ db: pool, keys, clock }, source)
  if (seconds > 0) return { kind: 'wait', seconds }
  if (await useCode(deps, account, code)) {
    await forgetFailures({ db: pool, keys }, source)
    return { kind: 'right' }
  }
  const { wrongCodes } = await countWrongCode.one({ id: session.id }, pool)
  if (wrongCodes < WRONG_CODES) return { kind: 'wrong' }
  await endSession({ db: pool }, { id: session.id, editorId: account.id })
  return { kind: 'ended' }
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

function sourceOf ({ keys }: Pick<SignInDeps, 'keys'>, account: Account, visit: Visit): SignInSource {
  return {
    canonical: requireAddress(addressOf(keys, account)).canonical,
    network: visit.network,
    device: visit.knownDevice,
    editorId: account.id
  }
}
