import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { hasCode } from '../../platform/errors.js'
import type { ActingDeps } from './deps.js'
import { eraseStaged } from './erase.js'
import type { FileFault } from './file-fault.js'
import {
  approveImport as approveOne, beginReading, createImport, enqueueImport, findImport, findInterrupted, setImportState,
  type import_state as ImportState
} from './import.queries.js'
import { WORK_ON_IMPORT } from './job-names.js'
import type { Reading } from './options.js'

export type { ImportState }

/** How a file is to be taken over: how it is read, and whether each address is asked first. */
export interface Order { reading: Reading, asks: boolean }

/** Has a mailer work on an import, whatever there is to do. */
export async function workAgain (db: Queryable, id: number): Promise<void> {
  await enqueueImport.run({ job: WORK_ON_IMPORT, id }, db)
}

interface Step { from: ImportState[], to: ImportState }

async function move (
  db: Queryable, { clock }: Pick<ActingDeps, 'clock'>, id: number, { from, to }: Step
): Promise<boolean> {
  const change = { id, state: to, from, now: clock.now(), fault: null, faultLine: null }
  return await setImportState.maybeOne(change, db) !== null
}

/** Begins an import whose file is read at once. Returns its id. */
export async function beginAtCommandLine (
  { pool, clock, keys, editor }: ActingDeps, { reading, asks }: Order, mark: Buffer
): Promise<number> {
  const { id } = await createImport.one({
    state: 'reading',
    options: JSON.stringify(reading),
    fileMark: mark,
    keyVersion: keys.primary,
    asks,
    now: clock.now(),
    editor
  }, pool)
  return id
}

/** An import of the same file, in the same way, that was interrupted at the command line. */
export async function findToResume (
  { pool, keys }: Pick<ActingDeps, 'pool' | 'keys'>, { reading, asks }: Order, mark: Buffer
): Promise<{ id: number, state: ImportState, readLine: number } | null> {
  const found = await findInterrupted.maybeOne({ fileMark: mark, options: JSON.stringify(reading), asks }, pool)
  return found === null || found.keyVersion !== keys.primary ? null : found
}

/** Has an uploaded file read, as a person has said. False if there is no such file any more. */
export async function orderReading (
  { pool, clock, keys, editor }: ActingDeps, id: number, { reading, asks }: Order
): Promise<boolean> {
  const found = await findImport.maybeOne({ id }, pool)
  if (found?.state !== 'uploaded' && found?.state !== 'read') return false
  // What an earlier reading has put aside.
  await eraseStaged({ pool }, id, { file: false })
  return await inTransaction(pool, async db => {
    const change = { id, options: JSON.stringify(reading), asks, editor, now: clock.now(), keyVersion: keys.primary }
    if (await beginReading.maybeOne(change, db) === null) return false
    await workAgain(db, id)
    return true
  })
}

/** The file is read: somebody may look at the report. */
export async function endReading (deps: Pick<ActingDeps, 'pool' | 'clock'>, id: number): Promise<boolean> {
  return await move(deps.pool, deps, id, { from: ['reading'], to: 'read' })
}

/** Ends an import that cannot go on, and erases what it has put aside. */
export async function failImport (
  { pool, clock }: Pick<ActingDeps, 'pool' | 'clock'>, id: number, { code, line }: FileFault
): Promise<void> {
  const from = ['uploading', 'uploaded', 'reading', 'running']
  const change = { id, state: 'failed' as const, from, now: clock.now(), fault: code, faultLine: line }
  if (await setImportState.maybeOne(change, pool) !== null) await eraseStaged({ pool }, id, { file: true })
}

/**
 * Begins to add the addresses of a file that was read, each to be asked; or hands them to a second
 * person who approves that they become active. Null if the import is not at this point.
 */
export async function startImport (deps: ActingDeps, id: number): Promise<'running' | 'submitted' | null> {
  const { pool, witness } = deps
  return await inTransaction(pool, async db => {
    const found = await findImport.maybeOne({ id }, db)
    if (found === null) return null
    const to = found.asks ? 'running' : 'submitted'
    if (!await move(db, deps, id, { from: ['read'], to })) return null
    await witness(db, found.asks ? 'import.started' : 'import.submitted', { import: id, addresses: found.countNew })
    if (to === 'running') await workAgain(db, id)
    return to
  })
}

/** `insufficient_privilege`: raised by the trigger `import_is_approved_by_another`. */
const REFUSED = '42501'

/**
 * Approves that the addresses of an import become active. `own`: who has brought the file, or said
 * how it is read, does not approve it. Null if it does not wait for that.
 */
export async function approveImport (
  deps: ActingDeps & { editor: string }, id: number
): Promise<'approved' | 'own' | null> {
  const { pool, clock, editor, witness } = deps
  try {
    return await inTransaction(pool, async db => {
      if (await approveOne.maybeOne({ id, editor, now: clock.now() }, db) === null) return null
      const found = await findImport.one({ id }, db)
      await witness(db, 'import.approved', { import: id, addresses: found.countNew })
      await workAgain(db, id)
      return 'approved'
    })
  } catch (error) {
    if (hasCode(error, REFUSED)) return 'own'
    throw error
  }
}

const WAITS: ImportState[] = ['uploading', 'uploaded', 'reading', 'read', 'submitted']
/** After this, an import stands. */
export const UNDO_MS = 7 * 24 * 3_600_000

/**
 * Undoes an import: from now on it adds nobody, and those whom it has added and who have not
 * confirmed are erased by a job. What has added nobody yet is discarded at once.
 */
export async function undoImport (deps: ActingDeps, id: number): Promise<'undoing' | 'discarded' | null> {
  const { pool, clock, witness } = deps
  const result = await inTransaction(pool, async db => {
    if (await move(db, deps, id, { from: WAITS, to: 'undone' })) {
      await witness(db, 'import.discarded', { import: id })
      return 'discarded'
    }
    const found = await findImport.maybeOne({ id }, db)
    const isOver = (found?.endedAt?.getTime() ?? Infinity) < clock.now().getTime() - UNDO_MS
    if (isOver || !await move(db, deps, id, { from: ['running', 'done', 'failed'], to: 'undoing' })) return null
    await witness(db, 'import.undone', { import: id })
    await workAgain(db, id)
    return 'undoing'
  })
  if (result === 'discarded') await eraseStaged({ pool }, id, { file: true })
  return result
}
