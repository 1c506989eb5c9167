import type { Pool } from 'pg'
import { emptyRows, eraseRows, eraseStaged as eraseStagedParts } from './import.queries.js'

const AT_ONCE = 20_000

/** Erases the addresses that an import has put aside. */
export async function eraseStagedRows ({ pool }: { pool: Pool }, id: number): Promise<void> {
  const { emptied } = await emptyRows.one({ import: id }, pool)
  if (emptied) return
  for (let after: Buffer | null = Buffer.alloc(0); after !== null;) {
    after = (await eraseRows.maybeOne({ import: id, after, limit: AT_ONCE }, pool))?.last ?? null
  }
}

/** Erases all that reading a file has put aside, and the file itself if it was uploaded. */
export async function eraseStaged ({ pool }: { pool: Pool }, id: number, { file }: { file: boolean }): Promise<void> {
  await eraseStagedRows({ pool }, id)
  await eraseStagedParts.run({ import: id, file }, pool)
}
