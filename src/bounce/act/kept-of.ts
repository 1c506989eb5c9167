import type { Queryable } from '../../platform/database/pool.js'
import { findBouncesOf, type IFindBouncesOfResult } from '../bounce.queries.js'

/** A mail to a reader that came back. */
export type KeptBounce = IFindBouncesOfResult

/** Reads them for a reader who may have had other ids before. */
export async function readBouncesOf ({ db }: { db: Queryable }, ids: readonly string[]): Promise<KeptBounce[]> {
  return await findBouncesOf.run({ ids: [...ids] }, db)
}
