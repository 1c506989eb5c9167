import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { inTransaction } from '../../platform/database/pool.js'
import { messageOf } from '../../platform/errors.js'
import { witnessOf } from '../audit/audit.js'
import { findPasskey, listPasskeys, usePasskey, type IFindPasskeyResult } from '../editor.queries.js'
import type { PasskeyDeps } from './new-passkey.js'
import { userHandleOf, type SignedPasskeyAnswer } from './answer.js'
import { CHALLENGE_MS, makeChallenge, useChallenge } from './challenge.js'
import { webAuthn } from './webauthn-library.js'

/** What a browser needs to have a passkey sign. */
export interface PasskeyRequest { challengeId: string, options: PublicKeyCredentialRequestOptionsJSON }

/** Asks for a passkey of an account; null asks for any, and the browser shows which it has. */
export async function askForPasskey (
  { pool, clock, party }: Omit<PasskeyDeps, 'log'>, editorId: string | null
): Promise<PasskeyRequest> {
  const known = editorId === null ? [] : await listPasskeys.run({ editorId }, pool)
  const { id: challengeId, challenge } = await makeChallenge({ db: pool, clock }, editorId)
  const options = await (await webAuthn()).generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: known.map(({ id, transports }) => ({ id: id.toString('base64url'), transports }))
  })
  return { challengeId, options }
}

/** `cloned`: its counter went back, so there may be a copy of it (Web Authentication, 6.1.1). */
export type PasskeyCheck = { kind: 'right', editorId: string } | { kind: 'wrong' } | { kind: 'cloned' }

/**
 * Checks the answer to one of our requests (Web Authentication, 7.2), and uses the request up.
 * `editorId` is the account that was asked; null if any was.
 */
export async function checkPasskey (
  deps: PasskeyDeps, { answer, editorId }: { answer: SignedPasskeyAnswer, editorId: string | null }
): Promise<PasskeyCheck> {
  const { pool, clock, log } = deps
  const asked = await useChallenge({ db: pool, clock }, answer.challengeId)
  if (asked === null || asked.editorId !== editorId) return { kind: 'wrong' }
  const passkey = await findPasskey.maybeOne({ id: Buffer.from(answer.id, 'base64url') }, pool)
  if (passkey === null || !belongs(passkey, answer, editorId)) return { kind: 'wrong' }
  const signed = await verify(deps, { answer, challenge: asked.challenge, passkey })
  if (signed === null) return { kind: 'wrong' }
  const used = await usePasskey.run({ id: passkey.id, ...signed, now: clock.now() }, pool)
  if (used.length > 0) return { kind: 'right', editorId: passkey.editorId }
  log.warn({ event: 'passkey_cloned' }, 'the counter of a passkey has gone back')
  const witness = witnessOf({ clock }, passkey.editorId)
  await inTransaction(pool, async db => await witness(db, 'account.passkey_cloned', { account: passkey.editorId }))
  return { kind: 'cloned' }
}

/** Where any passkey may answer, it must say itself which account it was made for (7.2, step 6). */
function belongs (passkey: IFindPasskeyResult, { response }: SignedPasskeyAnswer, editorId: string | null): boolean {
  const owner = Buffer.from(userHandleOf(passkey.editorId)).toString('base64url')
  if (editorId === null) return response.userHandle === owner
  return editorId === passkey.editorId && (response.userHandle ?? owner) === owner
}

interface Signed { counter: number, backedUp: boolean }

async function verify (
  { log, party }: PasskeyDeps,
  { answer, challenge, passkey }: { answer: SignedPasskeyAnswer, challenge: string, passkey: IFindPasskeyResult }
): Promise<Signed | null> {
  const { clientDataJSON, authenticatorData, signature } = answer.response
  try {
    const { verified, authenticationInfo } = await (await webAuthn()).verifyAuthenticationResponse({
      response: {
        id: answer.id,
        rawId: answer.id,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {}
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // The library would look at the counter before the signature. The database looks at it last,
      // in one statement.
      credential: { id: answer.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 }
    })
    if (!verified) return null
    return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
  } catch (error) {
    log.info({ reason: messageOf(error) }, 'a passkey was refused')
    return null
  }
}
