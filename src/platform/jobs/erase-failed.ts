import { endedBefore, endOf, inPortions, type EraseDeps } from '../database/in-portions.js'
import { eraseFailedJobs as eraseFailedBefore, findOldestFailedJob } from './jobs.queries.js'

/** How long somebody can look at a job that is not tried any more. */
export const FAILED_JOBS = { keptSeconds: 7 * 86_400 }

/** Erases jobs that have failed for good. Returns how many. */
export async function eraseFailedJobs (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, FAILED_JOBS)
  return await inPortions(deps, async limit => await eraseFailedBefore.one({ before, limit }, deps.pool))
}

/** When the oldest of them is over. */
export async function failedJobsEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestFailedJob.one(undefined, pool)).at, FAILED_JOBS)
}
