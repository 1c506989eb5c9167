import { Readable } from 'node:stream'
import { countMovingDrafts } from '../../issue/draft/move-out.js'
import { countMovingIssues } from '../../issue/move-out.js'
import type { Context } from '../../platform/context.js'
import { inTransaction } from '../../platform/database/pool.js'
import { messageOf } from '../../platform/errors.js'
import type { House } from '../../platform/newsletter/house.js'
import type { Witness } from '../../platform/witness.js'
import { countMoving } from '../../subscription/move/move-out.js'
import { encrypt, type Lock } from './age.js'
import { subscribersAsCsv } from './csv.js'
import type { Counts } from './format.js'
import { archiveRecords } from './records.js'
import { openSnapshot, type Snapshot } from '../../platform/database/snapshot.js'
import { writeArchive } from './write-archive.js'

export interface ExportDeps extends Pick<Context, 'pool' | 'keys' | 'clock' | 'log'> { house: House, witness: Witness }

/** What is to leave, for whom, and why. A table is for people: it is not encrypted. */
export type ExportOrder = { form: 'archive', lock: Lock, reason: string } | { form: 'csv', reason: string }

export interface Export {
  /** To be read to its end, or destroyed: until then it holds a connection to the database. */
  bytes: Readable
  /** What there was to export when it began, as the audit has it. */
  counts: Counts
  /** Addresses that could not be opened, so far. */
  unreadable: () => number
}

const LONGEST_REASON = 500

export type ReasonFault = 'none' | 'long' | 'address'

/** What is wrong with a reason; null for nothing. It stands in the audit, where no address does. */
export function judgeReason (reason: string): ReasonFault | null {
  if (reason.trim() === '') return 'none'
  if (reason.length > LONGEST_REASON) return 'long'
  return /\S@\S/.test(reason) ? 'address' : null
}

/**
 * Begins an export of the database as it is at this moment. That it is made, by whom and why is
 * witnessed before the first byte leaves. The bytes come as they are read: in constant memory, and
 * with nothing written to a disk on the way.
 */
export async function beginExport (deps: ExportDeps, order: ExportOrder): Promise<Export> {
  const snapshot = await openSnapshot(deps.pool)
  try {
    const given = { ...deps, db: snapshot.db }
    const counts = order.form === 'csv'
      ? { subscribers: (await countMoving(given)).subscribers }
      : { ...await countMoving(given), ...await countMovingIssues(given), ...await countMovingDrafts(given) }
    let unreadable = 0
    const onUnreadable = (): void => { unreadable++ }
    const bytes = order.form === 'csv'
      ? Readable.from(subscribersAsCsv(given, onUnreadable), { objectMode: false })
      : await encrypt(order.lock, writeArchive(archiveRecords(given, onUnreadable)))
    const { form, reason } = order
    await inTransaction(deps.pool, async db => await deps.witness(db, 'export.begun', { form, reason, ...counts }))
    follow(deps, { form, snapshot, bytes, subscribers: counts.subscribers, unreadable: () => unreadable })
    return { bytes, counts, unreadable: () => unreadable }
  } catch (error) {
    await snapshot.close()
    throw error
  }
}

interface Followed extends Pick<Export, 'bytes' | 'unreadable'> {
  form: ExportOrder['form']
  snapshot: Snapshot
  subscribers: number
}

/**
 * Lets go of the snapshot when the bytes have left, and says how it ended. If the snapshot is lost
 * first, the bytes end there: who does not read them would never notice.
 */
function follow ({ log }: ExportDeps, { form, snapshot, bytes, subscribers, unreadable }: Followed): void {
  let hasEnded = false
  let reason = 'broken-off'
  const onLost = (error: Error): void => { bytes.destroy(error) }
  snapshot.db.on('error', onLost)
  bytes.once('end', () => { hasEnded = true })
  bytes.once('error', error => { reason = messageOf(error) })
  bytes.once('close', () => {
    snapshot.db.off('error', onLost)
    void snapshot.close()
    if (!hasEnded) {
      log.warn({ event: 'export_failed', form, reason }, 'an export was not finished: what has left of it is cut')
    } else if (unreadable() > 0) {
      log.error({ event: 'export_lacks', form, count: unreadable() }, 'addresses that cannot be opened are not in it')
    } else log.info({ event: 'export_done', form, subscribers }, 'subscribers were exported')
  })
}
