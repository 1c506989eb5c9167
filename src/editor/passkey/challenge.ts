import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import { insertPasskeyChallenge, usePasskeyChallenge } from '../editor.queries.js'

/** How long somebody may take to answer: time to look for a key and to touch it. */
export const CHALLENGE_MS = 5 * 60_000

const CHALLENGE_BYTES = 32

interface ChallengeDeps { db: Queryable, clock: Clock }

/**
 * Makes random bytes for a passkey to sign. `editorId` is the account whose passkey must answer;
 * null if any may.
 */
export async function makeChallenge (
  { db, clock }: ChallengeDeps, editorId: string | null
): Promise<{ id: string, challenge: Uint8Array<ArrayBuffer> }> {
  const id = randomUUID()
  const challenge = randomBytes(CHALLENGE_BYTES)
  const expiresAt = new Date(clock.now().getTime() + CHALLENGE_MS)
  await insertPasskeyChallenge.run({ id, challenge, editorId, expiresAt }, db)
  return { id, challenge: new Uint8Array(challenge) }
}

/**
 * The challenge with an id, in base64url; null if it was answered before or has expired. Each
 * works once, whether the answer is right or not.
 */
export async function useChallenge (
  { db, clock }: ChallengeDeps, id: string
): Promise<{ challenge: string, editorId: string | null } | null> {
  const row = await usePasskeyChallenge.maybeOne({ id, now: clock.now() }, db)
  return row === null ? null : { challenge: row.challenge.toString('base64url'), editorId: row.editorId }
}
