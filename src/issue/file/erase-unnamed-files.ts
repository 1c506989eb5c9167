import { endedBefore, type EraseDeps } from '../../platform/database/in-portions.js'
import { eraseUnnamed } from '../issue.queries.js'

/** A form that names an uploaded file is saved within this time, or the file is brought again. */
export const UNNAMED = { keptSeconds: 86_400 }

/** Erases pictures and files that no issue, draft or version names. Returns how many. */
export async function eraseUnnamedFiles (deps: EraseDeps): Promise<number> {
  return (await eraseUnnamed.one({ before: endedBefore(deps, UNNAMED) }, deps.pool)).count
}
