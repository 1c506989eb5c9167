import { createHash, randomBytes } from 'node:crypto'
import { inTransaction } from '../../platform/database/pool.js'
import { provedAt, rolesIn } from './claims.js'
import { insertSignOnAttempt, useSignOnAttempt } from '../editor.queries.js'
import { enterByIdentity, type Entry } from './identity.js'
import type { IdentityProvider } from './identity-provider.js'
import { endSession, startSession, type Session } from '../session/session.js'
import type { SignInDeps } from '../session/visit.js'

export interface SingleSignOnDeps extends SignInDeps { provider: IdentityProvider }

/** For so long somebody may be at the provider. */
export const ATTEMPTS = { keptSeconds: 10 * 60 }

/** A secret of 256 bits in base64url: a state, a nonce, a PKCE verifier, a browser's cookie. */
export function randomSecret (): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Begins to sign in: where to send the browser, or null if the provider cannot be reached.
 * `browser` is the secret of a cookie: who comes back must bring it. `again` has the provider ask
 * for all factors, also somebody whom it knows.
 */
export async function beginSingleSignOn (
  { pool, clock, provider }: SingleSignOnDeps,
  { browser, next, again }: { browser: string, next: string, again: boolean }
): Promise<string | null> {
  const request = { state: randomSecret(), nonce: randomSecret(), codeVerifier: randomSecret(), again }
  const url = await provider.authorizationUrl(request)
  if (url === null) return null
  await insertSignOnAttempt.run({
    ...request,
    next,
    stateHash: hash(request.state),
    browserHash: hash(browser),
    expiresAt: new Date(clock.now().getTime() + ATTEMPTS.keptSeconds * 1_000)
  }, pool)
  return url
}

/** `stale`: nobody was sent with this state from this browser, or they came back already. */
export type SignOn =
  | { kind: 'signed-in', editorId: string, token: string, next: string }
  | { kind: 'stale' | 'cancelled' | 'wrong' | 'unreachable' | 'no-role' }
  | Exclude<Entry, { kind: 'account' }>

/** Somebody has come back from the provider, with this query. Signs them in, or says why not. */
export async function finishSingleSignOn (
  deps: SingleSignOnDeps,
  { search, browser, device, session }: {
    search: string, browser: string | undefined, device: string, session: Session | null
  }
): Promise<SignOn> {
  const { pool, keys, clock, provider } = deps
  const state = new URLSearchParams(search).get('state')
  if (state === null || browser === undefined) return { kind: 'stale' }
  const key = { stateHash: hash(state), browserHash: hash(browser), now: clock.now() }
  const attempt = await useSignOnAttempt.maybeOne(key, pool)
  if (attempt === null) return { kind: 'stale' }
  const redeemed = await provider.redeem(search, { state, ...attempt })
  if (redeemed.kind !== 'claims') return redeemed
  const { claims } = redeemed
  const roles = rolesIn(claims, provider.settings)
  if (roles.length === 0) return { kind: 'no-role' }
  return await inTransaction(pool, async (db): Promise<SignOn> => {
    const entry = await enterByIdentity({ db, keys, clock }, { issuer: provider.settings.issuer, claims, roles })
    if (entry.kind !== 'account') return entry
    const { editorId } = entry
    if (session !== null) await endSession({ db }, { id: session.id, editorId: session.editor.id })
    const proved = proof(clock.now(), attempt.again, provedAt(claims))
    const token = await startSession({ ...deps, db }, { editorId, stage: 'full', device, provedAt: proved })
    return { kind: 'signed-in', editorId, token, next: attempt.next }
  })
}

/** A provider that does not say when somebody gave their factors may have known them for long. */
function proof (now: Date, again: boolean, said: Date | null): Date {
  if (again) return now
  return new Date(Math.min(now.getTime(), said?.getTime() ?? 0))
}

function hash (secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
