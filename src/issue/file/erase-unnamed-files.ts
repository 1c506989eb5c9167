import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { eraseUnnamed } from '../issue.queries.js'

/** A form that names an uploaded file is saved within this time, or the file is brought again. */
const SPARED_MS = 86_400_000

/** Erases pictures and files that no issue, draft or version names. Returns how many. */
export async function eraseUnnamedFiles ({ pool, clock }: { pool: Pool, clock: Clock }): Promise<number> {
  return (await eraseUnnamed.one({ before: new Date(clock.now().getTime() - SPARED_MS) }, pool)).count
}
