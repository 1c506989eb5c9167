import type { Pool } from 'pg'
import { eraseRows, eraseStaged as eraseStagedParts } from './import.queries.js'

const AT_ONCE = 20_000

/** Erases the addresses that an import has put aside. */
export async function eraseStagedRows ({ pool }: { pool: Pool }, id: number): Promise<void> {
  while ((await eraseRows.one({ import: id, limit: AT_ONCE }, pool)).count === AT_ONCE);
}

/** Erases all that reading a file has put aside, and the file itself if it was uploaded. */
export async function eraseStaged ({ pool }: { pool: Pool }, id: number, { file }: { file: boolean }): Promise<void> {
  await eraseStagedRows({ pool }, id)
  await eraseStagedParts.run({ import: id, file }, pool)
}
