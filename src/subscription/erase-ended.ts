import type { Pool } from 'pg'
import { inPortions, type EraseDeps } from '../platform/database/in-portions.js'
import {
  eraseEndedProofs, eraseEndedSuppressions, eraseExpiredChanges, eraseMovedKeys, eraseUsedLinks as eraseUsedLinksUntil,
  findOldestEnds
} from './subscription.queries.js'

/** How long a proof of the consent is kept after its reader left. */
export const PROOFS = { years: 3 }

/** Erases suppressions whose time is over, and moved keys without any. Returns how many ended. */
export async function eraseSuppressions (deps: EraseDeps): Promise<number> {
  const now = deps.clock.now()
  const erased = await inPortions(deps, async limit => await eraseEndedSuppressions.one({ now, limit }, deps.pool))
  await eraseMovedKeys.run(undefined, deps.pool)
  return erased
}

/** The same of proofs of consent. */
export async function eraseProofs (deps: EraseDeps): Promise<number> {
  const before = new Date(deps.clock.now())
  before.setUTCFullYear(before.getUTCFullYear() - PROOFS.years)
  return await inPortions(deps, async limit => await eraseEndedProofs.one({ before, limit }, deps.pool))
}

/** The same of changes of address that nobody confirmed. */
export async function eraseChanges (deps: EraseDeps): Promise<number> {
  const now = deps.clock.now()
  return await inPortions(deps, async limit => await eraseExpiredChanges.one({ now, limit }, deps.pool))
}

/** The same of notes which links were used. */
export async function eraseUsedLinks (deps: EraseDeps): Promise<number> {
  const now = deps.clock.now()
  return await inPortions(deps, async limit => await eraseUsedLinksUntil.one({ now, limit }, deps.pool))
}

/** When the first of each of them is over; null for none. */
export async function endedFirst (
  { pool }: { pool: Pool }
): Promise<{ suppression: Date | null, proof: Date | null, change: Date | null, usedLink: Date | null }> {
  const { proofLeft, ...ends } = await findOldestEnds.one(undefined, pool)
  const proof = proofLeft === null ? null : new Date(proofLeft)
  proof?.setUTCFullYear(proof.getUTCFullYear() + PROOFS.years)
  return { ...ends, proof }
}
