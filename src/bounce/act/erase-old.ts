import { endOf, endedBefore, inPortions, type EraseDeps } from '../../platform/database/in-portions.js'
import { eraseBounces, eraseDomains, eraseReports, eraseUnread, findOldest } from '../bounce.queries.js'
import { utcDay } from './days.js'

const DAY = 86_400

/** What came back counts for so long. */
export const BOUNCES = { keptSeconds: 31 * DAY }
/** For so long a report is known again. */
export const REPORTS = { keptSeconds: 31 * DAY }
/** Mails that nobody understood wait for so long. */
export const UNREAD = { keptSeconds: 14 * DAY }
/** Counts by mail domain. */
export const DOMAINS = { keptSeconds: 98 * DAY }

export async function eraseOldBounces (deps: EraseDeps): Promise<number> {
  const before = utcDay(endedBefore(deps, BOUNCES))
  return await inPortions(deps, async limit => await eraseBounces.one({ before, limit }, deps.pool))
}

export async function eraseOldReports (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, REPORTS)
  return await inPortions(deps, async limit => await eraseReports.one({ before, limit }, deps.pool))
}

export async function eraseOldUnread (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, UNREAD)
  return await inPortions(deps, async limit => await eraseUnread.one({ before, limit }, deps.pool))
}

export async function eraseOldDomains (deps: EraseDeps): Promise<number> {
  const before = utcDay(endedBefore(deps, DOMAINS))
  return await inPortions(deps, async limit => await eraseDomains.one({ before, limit }, deps.pool))
}

/** When the first of each of them is over; null for none. */
export async function bouncesEnd (
  { pool }: Pick<EraseDeps, 'pool'>
): Promise<{ bounce: Date | null, report: Date | null, unread: Date | null, domain: Date | null }> {
  const { bounce, report, unread, domain } = await findOldest.one(undefined, pool)
  return {
    bounce: endOf(startOf(bounce), BOUNCES),
    report: endOf(report, REPORTS),
    unread: endOf(unread, UNREAD),
    domain: endOf(startOf(domain), DOMAINS)
  }
}

function startOf (day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00Z`)
}
