import { inTransaction } from '../../platform/database/pool.js'
import { eraseImported } from '../../subscription/import/add-imported.js'
import type { ImportDeps } from './deps.js'
import { eraseStaged } from './erase.js'
import { addUndone, holdImport, setImportState } from './import.queries.js'

const AT_ONCE = 2_000

type UndoDeps = Pick<ImportDeps, 'pool' | 'clock'>

/**
 * Erases those whom an import has added and who have not confirmed themselves, in portions; it can
 * be stopped at any time and goes on. Resolves with true when that is done.
 */
export async function workOffUndo (deps: UndoDeps, id: number, stopping?: AbortSignal): Promise<boolean> {
  await eraseStaged(deps, id, { file: true })
  while (stopping?.aborted !== true) {
    if (await undoPortion(deps, id)) return true
  }
  return false
}

async function undoPortion ({ pool, clock }: UndoDeps, id: number): Promise<boolean> {
  return await inTransaction(pool, async db => {
    const row = await holdImport.maybeOne({ id }, db)
    if (row?.state !== 'undoing') return true
    const count = await eraseImported({ db, clock }, id, AT_ONCE)
    const now = clock.now()
    await addUndone.run({ id, count, now }, db)
    if (count > 0) return false
    await setImportState.run({ id, state: 'undone', from: ['undoing'], now, fault: null, faultLine: null }, db)
    return true
  })
}
