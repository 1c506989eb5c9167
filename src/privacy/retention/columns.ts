import type { Pool } from 'pg'
import { findColumns } from '../privacy.queries.js'
import type { Column } from './uncovered.js'

/** All columns of the database, those of the queue included. */
export async function readColumns ({ pool }: { pool: Pool }): Promise<Column[]> {
  return await findColumns.run(undefined, pool)
}
