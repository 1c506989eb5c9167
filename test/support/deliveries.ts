import type { Pool } from 'pg'
import { readProgress } from '../../src/delivery/progress.js'

/** The id of an issue's last delivery. Throws an Error if it has none. */
export async function lastDelivery (deps: { pool: Pool }, issue: number): Promise<number> {
  const { id } = await readProgress(deps, issue)
  if (id === null) throw new Error(`issue ${issue} has no delivery`)
  return id
}
