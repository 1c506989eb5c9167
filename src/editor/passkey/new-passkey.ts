import type { PublicKeyCredentialCreationOptionsJSON, VerifiedRegistrationResponse } from '@simplewebauthn/server'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { messageOf } from '../../platform/errors.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { Log } from '../../platform/log/log.js'
import { witnessOf } from '../audit/audit.js'
import { insertPasskey, listPasskeys, type IInsertPasskeyParams } from '../editor.queries.js'
import { userHandleOf, type NewPasskeyAnswer } from './answer.js'
import { CHALLENGE_MS, makeChallenge, useChallenge } from './challenge.js'
import type { RelyingParty } from './relying-party.js'
import { webAuthn } from './webauthn-library.js'

/** Ed25519, ES256 and RS256: every Node.js that we run on verifies them. */
const ALGORITHMS = [-8, -7, -257]

export interface PasskeyDeps { pool: Pool, clock: Clock, log: Log, party: RelyingParty }

/** What a browser needs to make a passkey. */
export interface PasskeyOffer { challengeId: string, options: PublicKeyCredentialCreationOptionsJSON }

/**
 * Offers a passkey to an account, which may still have to be made. Each verifies its user and is
 * kept by its authenticator, so that it can sign in alone.
 */
export async function offerPasskey (
  { pool, clock, party }: Omit<PasskeyDeps, 'log'>,
  { editorId, address, name }: { editorId: string, address: string, name: string }
): Promise<PasskeyOffer> {
  const known = await listPasskeys.run({ editorId }, pool)
  const { id: challengeId, challenge } = await makeChallenge({ db: pool, clock }, editorId)
  const options = await (await webAuthn()).generateRegistrationOptions({
    rpID: party.id,
    rpName: await party.name(),
    userID: userHandleOf(editorId),
    userName: address,
    userDisplayName: name,
    challenge,
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id, transports }) => ({ id: id.toString('base64url'), transports }))
  })
  return { challengeId, options }
}

/** A passkey that was verified and is not stored yet. */
export type VerifiedPasskey = Pick<
  IInsertPasskeyParams, 'id' | 'editorId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'
>

/**
 * Verifies a passkey that was made for one of our offers (Web Authentication, 7.1), and uses the
 * offer up. Null if anything is not as it must be.
 */
export async function verifyNewPasskey (
  { pool, clock, log, party }: PasskeyDeps, { challengeId, id, response }: NewPasskeyAnswer
): Promise<VerifiedPasskey | null> {
  const asked = await useChallenge({ db: pool, clock }, challengeId)
  if (asked === null || asked.editorId === null) return null
  const verified = await (await webAuthn()).verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
    expectedChallenge: asked.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS
  }).catch((error: unknown): VerifiedRegistrationResponse => {
    log.info({ reason: messageOf(error) }, 'a new passkey was refused')
    return { verified: false }
  })
  if (!verified.verified) return null
  const { credential, credentialBackedUp } = verified.registrationInfo
  return {
    id: Buffer.from(credential.id, 'base64url'),
    editorId: asked.editorId,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: response.transports,
    backedUp: credentialBackedUp
  }
}

/**
 * Stores a passkey, within the transaction of what causes it. False if there is one with its id
 * already.
 */
export async function storePasskey (
  { db, clock }: { db: Queryable, clock: Clock }, passkey: VerifiedPasskey, name: string
): Promise<boolean> {
  if ((await insertPasskey.run({ ...passkey, name, now: clock.now() }, db)).length === 0) return false
  await witnessOf({ clock }, passkey.editorId)(db, 'account.passkey_added', { account: passkey.editorId })
  return true
}
