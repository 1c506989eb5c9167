import { forgetLooks as forgetLooksBefore, findOldestLook } from '../approval/approval.queries.js'
import { endedBefore, endOf, inPortions, type EraseDeps } from '../../platform/database/in-portions.js'
import { findOldestSave, forgetSaves as forgetSavesBefore } from './draft.queries.js'

const DAY_SECONDS = 86_400

/** A request that was lost is repeated within this time, or never. */
export const SAVES = { keptSeconds: 7 * DAY_SECONDS }

/** An approver decides within this time, or looks again. */
export const LOOKS = { keptSeconds: DAY_SECONDS }

/** Forgets what was saved when: only repeated requests need it. Returns how many. */
export async function forgetSaves (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, SAVES)
  return await inPortions(deps, async limit => await forgetSavesBefore.one({ before, limit }, deps.pool))
}

/** When the oldest save is over. */
export async function savesEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestSave.one(undefined, pool)).at, SAVES)
}

/** Forgets what approvers saw. Returns how many. */
export async function forgetLooks (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, LOOKS)
  return await inPortions(deps, async limit => await forgetLooksBefore.one({ before, limit }, deps.pool))
}

/** When the oldest look is over. */
export async function looksEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestLook.one(undefined, pool)).at, LOOKS)
}
