import { UNDO_MS } from './control.js'
import type { ImportDeps } from './deps.js'
import { eraseStaged } from './erase.js'
import { eraseReports, findErasable, findForgotten, setImportState } from './import.queries.js'

const HOUR_MS = 3_600_000
const REPORT_MS = 365 * 24 * HOUR_MS

/**
 * Erases what imports have put aside: a week after they ended, or after anybody has looked after
 * them, and uploads that broke off after an hour. Reports go after a year. Returns how many imports
 * something was erased of.
 */
export async function eraseForgotten ({ pool, clock }: Pick<ImportDeps, 'pool' | 'clock'>): Promise<number> {
  const now = clock.now()
  const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
  const before = ago(UNDO_MS)
  const forgotten = await findForgotten.run({ before, uploadBefore: ago(HOUR_MS) }, pool)
  for (const { id, state } of forgotten) {
    const fault = state === 'uploading' ? 'broken_off' : null
    const to = state === 'uploading' ? 'failed' as const : 'undone' as const
    await setImportState.run({ id, state: to, from: [state], now, fault, faultLine: null }, pool)
    await eraseStaged({ pool }, id, { file: true })
  }
  const ended = await findErasable.run({ before }, pool)
  for (const { id } of ended) await eraseStaged({ pool }, id, { file: true })
  await eraseReports.run({ before: ago(REPORT_MS) }, pool)
  return forgotten.length + ended.length
}
