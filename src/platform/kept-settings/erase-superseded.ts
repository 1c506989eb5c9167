import { endedBefore, endOf, type EraseDeps } from '../database/in-portions.js'
import { eraseSuperseded as eraseBefore, findOldestSuperseded } from './kept-settings.queries.js'

/** How long a version of a setting can be put back after another one took its place. */
export const SUPERSEDED = { keptSeconds: 365 * 86_400 }

/** Erases versions of settings that were replaced a year ago. Returns how many. */
export async function eraseSuperseded (deps: EraseDeps): Promise<number> {
  return (await eraseBefore.one({ before: endedBefore(deps, SUPERSEDED) }, deps.pool)).count
}

/** When the oldest of them is over. */
export async function supersededEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestSuperseded.one(undefined, pool)).at, SUPERSEDED)
}
