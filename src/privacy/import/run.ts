import { inTransaction } from '../../platform/database/pool.js'
import { addImported, recordConsent } from '../../subscription/import/add-imported.js'
import type { ImportDeps } from './deps.js'
import type { TextKind } from './numbering.js'
import { eraseStagedRows } from './erase.js'
import { FileFault } from './file-fault.js'
import { findTexts, holdImport, movePosition, setImportState, type IHoldImportResult } from './import.queries.js'

export interface RunDeps extends Pick<ImportDeps, 'pool' | 'clock' | 'keys'> {
  /** What those agree to who are asked. */
  consentTextId: () => Promise<number>
}

export interface RunOptions {
  stopping?: AbortSignal
  /** Told how many addresses were looked at, and of how many. */
  onProgress?: (looked: number, total: number) => void
}

/** Some 150 ms: nobody who signs up waits longer for one of them. */
const AT_ONCE = 5_000
const BEGINNING = Buffer.alloc(0)

/**
 * Adds the addresses of an import that is to run, portion by portion, each in a transaction that
 * also notes how far it is: so it goes on after any interruption, and nobody is added twice.
 * `stopped` if it is not to run, or not any more. Throws a FileFault if what waited is lost.
 */
export async function runImport (deps: RunDeps, id: number, options: RunOptions = {}): Promise<'done' | 'stopped'> {
  const { stopping, onProgress = () => {} } = options
  const texts = { consentTextId: await deps.consentTextId(), ...await consentIds(deps, id) }
  while (stopping?.aborted !== true) {
    const step = await addPortion(deps, id, texts)
    if (step === null) return 'stopped'
    onProgress(step.looked, step.total)
    if (!step.isLast) continue
    await eraseStagedRows(deps, id)
    return 'done'
  }
  return 'stopped'
}

interface Texts { consentTextId: number, wordings: number[], sources: number[] }

async function consentIds ({ pool, clock }: RunDeps, id: number): Promise<Omit<Texts, 'consentTextId'>> {
  const texts = await findTexts.run({ import: id }, pool)
  const idsOf = async (kind: TextKind): Promise<number[]> => {
    const words = texts.filter(each => each.kind === kind).map(({ text }) => text)
    return await recordConsent({ db: pool, clock }, { kind, texts: words })
  }
  return { wordings: await idsOf('wording'), sources: await idsOf('source') }
}

/** Adds one portion; null if the import is not to run. */
async function addPortion (
  { pool, clock, keys }: RunDeps, id: number, texts: Texts
): Promise<{ looked: number, total: number, isLast: boolean } | null> {
  return await inTransaction(pool, async db => {
    const row = await holdImport.maybeOne({ id }, db)
    if (row?.state !== 'running') return null
    if (row.keyVersion !== keys.primary) throw new FileFault('other_keys')
    const { asks, position } = row
    const portion = { importId: id, after: position ?? BEGINNING, limit: AT_ONCE, asks, ...texts }
    const { looked, added, last } = await addImported({ db, clock }, portion)
    const now = clock.now()
    await movePosition.run({ id, position: last ?? position, looked, added, now }, db)
    const [sum, total] = [row.looked + looked, waiting(row)]
    const isLast = looked < AT_ONCE
    if (isLast && sum !== total) throw new FileFault('lost')
    const done = { id, state: 'done' as const, from: ['running'], now, fault: null, faultLine: null }
    if (isLast) await setImportState.run(done, db)
    return { looked: sum, total, isLast }
  })
}

/** How many addresses of a file were put aside. */
function waiting ({ countNew, countKnown, countSuppressed }: IHoldImportResult): number {
  return countNew + countKnown + countSuppressed
}
