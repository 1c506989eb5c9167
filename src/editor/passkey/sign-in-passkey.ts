import { findAccount } from '../account/account.js'
import { completeSession, sourceOf } from '../factor/second-factor.js'
import { startSession, type Session } from '../session/session.js'
import { countNetwork, forgetFailures } from '../session/sign-in-attempts.js'
import { askForPasskey, checkPasskey, type PasskeyCheck, type PasskeyRequest } from './check.js'
import type { PasskeyDeps } from './new-passkey.js'
import type { SignedPasskeyAnswer } from './answer.js'
import type { SignInDeps, Visit } from '../session/visit.js'

export interface PasskeySignInDeps extends SignInDeps, PasskeyDeps {}

/** Asks for any passkey of ours. Requests are counted, as passwords are. */
export async function requestSignIn (
  deps: PasskeySignInDeps, visit: Visit
): Promise<{ kind: 'asked', request: PasskeyRequest } | { kind: 'wait', seconds: number }> {
  const { pool: db, keys, clock } = deps
  const seconds = await countNetwork({ db, keys, clock }, visit)
  return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'asked', request: await askForPasskey(deps, null) }
}

/** `token` belongs to a session that is signed in. */
export type PasskeySignIn =
  | Exclude<PasskeyCheck, { kind: 'right' }>
  | { kind: 'signed-in', editorId: string, token: string }

/**
 * Signs in by a passkey alone: it is two factors, the authenticator and what its user has shown it.
 */
export async function signInByPasskey (
  deps: PasskeySignInDeps, answer: SignedPasskeyAnswer, visit: Visit
): Promise<PasskeySignIn> {
  const { pool: db, keys } = deps
  const check = await checkPasskey(deps, { answer, editorId: null })
  if (check.kind !== 'right') return check
  const account = await findAccount({ db }, check.editorId)
  if (account === null || account.disabledAt !== null || account.joinedAt === null) return { kind: 'wrong' }
  await forgetFailures({ db, keys }, sourceOf(deps, account, visit))
  const session = { editorId: account.id, stage: 'full' as const, device: visit.device }
  return { kind: 'signed-in', editorId: account.id, token: await startSession({ ...deps, db }, session) }
}

/** The second step of signing in, after the password, by a passkey of the account. */
export async function completeByPasskey (
  deps: PasskeySignInDeps, session: Session, { answer, visit }: { answer: SignedPasskeyAnswer, visit: Visit }
): Promise<PasskeySignIn> {
  const { pool: db, keys } = deps
  const editorId = session.editor.id
  const check = await checkPasskey(deps, { answer, editorId })
  const account = check.kind === 'right' ? await findAccount({ db }, editorId) : null
  if (check.kind !== 'right') return check
  if (account === null) return { kind: 'wrong' }
  await forgetFailures({ db, keys }, sourceOf(deps, account, visit))
  return { kind: 'signed-in', editorId, token: await completeSession(deps, session, visit) }
}
