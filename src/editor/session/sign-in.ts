import { parseAddress } from '../../platform/mail/address.js'
import { findByAddress, type Account } from '../account/account.js'
import { hasSecondFactor } from '../factor/second-factor.js'
import { verifyPassword } from '../factor/password.js'
import { startSession, type SessionStage } from './session.js'
import { countSignIn, forgetFailures, type SignInSource } from './sign-in-attempts.js'
import type { SignInDeps, Visit } from './visit.js'

export type SignIn =
  | { kind: 'wrong' }
  | { kind: 'wait', seconds: number }
  | { kind: 'begun', stage: SessionStage, token: string }

/**
 * The first step of signing in: address and password. What is wrong is not said, and takes as long
 * whether there is such an account or not. Guessing is slowed down, see sign-in-attempts.ts.
 */
export async function signIn (
  deps: SignInDeps, { address, password }: { address: string, password: string }, visit: Visit
): Promise<SignIn> {
  const { pool: db, keys, clock } = deps
  const parsed = parseAddress(address)
  const canonical = parsed.ok ? parsed.value.canonical : address.slice(0, 300)
  const account = parsed.ok ? await findByAddress({ db, keys }, canonical) : null
  const source: SignInSource = {
    canonical, network: visit.network, device: visit.knownDevice, editorId: account?.id ?? null
  }
  const seconds = await countSignIn({ db, keys, clock }, source)
  if (seconds > 0) return { kind: 'wait', seconds }
  const matches = await verifyPassword(password, usablePassword(account))
  if (!matches || account === null) return { kind: 'wrong' }
  const stage = await hasSecondFactor({ db }, account) ? 'password' : 'setup'
  // Until the second factor is given, this was an attempt: with a known password, codes could be
  // guessed.
  if (stage === 'setup') await forgetFailures({ db, keys }, source)
  const token = await startSession({ ...deps, db }, { editorId: account.id, stage, device: visit.device })
  return { kind: 'begun', stage, token }
}

/** A disabled account has a password that matches nothing. */
function usablePassword (account: Account | null): string | null {
  return account === null || account.disabledAt !== null ? null : account.passwordHash
}
