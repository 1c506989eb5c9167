import type { Queryable } from '../../platform/database/pool.js'
import { findNames } from '../editor.queries.js'

/** The names of accounts by their ids. An account that is gone has none. */
export async function editorNames (
  { db }: { db: Queryable }, ids: ReadonlyArray<string | null>
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter(id => id !== null))]
  if (known.length === 0) return new Map()
  return new Map((await findNames.run({ ids: known }, db)).map(({ id, name }) => [id, name]))
}
