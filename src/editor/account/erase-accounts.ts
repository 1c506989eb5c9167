import { endedBefore, endOf, inPortions, type EraseDeps } from '../../platform/database/in-portions.js'
import { eraseDisabled, eraseUnjoined, findOldestDisabled, findOldestUnjoined } from '../editor.queries.js'

const DAY_SECONDS = 86_400

/** How long a disabled account can be enabled again. */
export const DISABLED = { keptSeconds: 365 * DAY_SECONDS }
/** How long an invitation that nobody accepts can be repeated, as long as no link of it works. */
export const INVITED = { keptSeconds: 30 * DAY_SECONDS }

/**
 * Erases accounts that were disabled a year ago. What their owners wrote and did stays, without
 * saying who it was; an approval keeps the name of its approver. Returns how many.
 */
export async function eraseDisabledAccounts (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, DISABLED)
  return await inPortions(deps, async limit => await eraseDisabled.one({ before, limit }, deps.pool))
}

/** When the first disabled account is over. */
export async function disabledAccountsEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestDisabled.one(undefined, pool)).at, DISABLED)
}

/** Erases accounts of people who were invited and never came. Returns how many. */
export async function eraseUnjoinedAccounts (deps: EraseDeps): Promise<number> {
  const due = { before: endedBefore(deps, INVITED), now: deps.clock.now() }
  return await inPortions(deps, async limit => await eraseUnjoined.one({ ...due, limit }, deps.pool))
}

/** When the first such account is over. */
export async function unjoinedAccountsEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return (await findOldestUnjoined.one(INVITED, pool)).at
}
