import { endedBefore, endOf, type EraseDeps } from '../../platform/database/in-portions.js'
import { inTransaction } from '../../platform/database/pool.js'
import { eraseWork as eraseWorkOn, findOldestWork, holdPublished } from './draft.queries.js'

/** How long comments and versions are kept after an issue was published. */
export const WORK = { keptSeconds: 365 * 86_400 }

/** Drafts a transaction; each may have hundreds of versions. */
const AT_ONCE = 20

/**
 * Erases comments, versions and texts that were set aside of drafts that were published a year ago;
 * the drafts stay. Returns how many rows.
 */
export async function eraseWork (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, WORK)
  let total = 0
  for (let more = true; more && deps.stopping?.aborted !== true;) {
    const { drafts, count } = await inTransaction(deps.pool, async db => {
      const drafts = (await holdPublished.run({ before, limit: AT_ONCE }, db)).map(({ id }) => id)
      return { drafts, ...await eraseWorkOn.one({ drafts }, db) }
    })
    total += count
    more = drafts.length === AT_ONCE
  }
  return total
}

/** When the oldest of them is over. */
export async function workEnds ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestWork.one(undefined, pool)).at, WORK)
}
