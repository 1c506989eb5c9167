import { endedBefore, endOf, inPortions, type EraseDeps } from '../../platform/database/in-portions.js'
import { inTransaction } from '../../platform/database/pool.js'
import { eraseAuditLines, findLastBefore, findOldestLine, holdAuditHead, noteErasedAudit } from '../editor.queries.js'

/** Three years: as long as claims over what was done may be raised (sections 195, 199 BGB). */
export const AUDIT = { keptSeconds: 3 * 365 * 86_400 }

/**
 * Erases lines of the audit from its beginning on. The hash of the last one is noted, so that the
 * rest can still be verified. Returns how many.
 */
export async function eraseAudit (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, AUDIT)
  return await inPortions(deps, async limit => await inTransaction(deps.pool, async db => {
    // Who appends waits, so that no line comes in between.
    await holdAuditHead.one(undefined, db)
    const last = await findLastBefore.maybeOne({ before, limit }, db)
    if (last === null) return { count: 0 }
    await noteErasedAudit.run(last, db)
    return await eraseAuditLines.one(last, db)
  }))
}

/** When the oldest line is over. */
export async function auditEnds ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestLine.maybeOne(undefined, pool))?.at ?? null, AUDIT)
}
