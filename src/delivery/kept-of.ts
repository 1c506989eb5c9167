import type { Queryable } from '../platform/database/pool.js'
import {
  findFailuresOf, findPlannedFor, type IFindFailuresOfResult, type IFindPlannedForResult
} from './delivery.queries.js'

/** What deliveries hold of one subscriber: issues on their way, and mails that did not arrive. */
export interface KeptOfDeliveries { planned: IFindPlannedForResult[], failures: IFindFailuresOfResult[] }

/** Reads it for a subscriber who may have had other ids before. */
export async function readKeptOf ({ db }: { db: Queryable }, ids: readonly string[]): Promise<KeptOfDeliveries> {
  const kept: KeptOfDeliveries = { planned: [], failures: [] }
  for (const id of ids) {
    kept.planned.push(...await findPlannedFor.run({ id }, db))
    kept.failures.push(...await findFailuresOf.run({ id }, db))
  }
  return kept
}
