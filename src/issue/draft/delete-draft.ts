import { endedBefore, endOf, type EraseDeps } from '../../platform/database/in-portions.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { WitnessedDeps } from './deps.js'
import { eraseDrafts, findOldestDeleted, holdDeleted, holdDraft, markDeleted } from './draft.queries.js'
import { eraseUnpublished } from '../issue.queries.js'
import type { Witness } from '../../platform/witness.js'

/** For so long a deleted draft can be brought back. */
export const UNDO_DAYS = 30
export const DELETED = { keptSeconds: UNDO_DAYS * 86_400 }
const AT_ONCE = 20

/**
 * Deletes a draft; for 30 days it can be brought back. False if it is not there, or if its issue is
 * published.
 */
export async function deleteDraft (deps: WitnessedDeps, draft: string): Promise<boolean> {
  return await mark(deps, draft, { deleted: true, action: 'draft.deleted' })
}

/** Brings a deleted draft back as it was. False if it is erased, or was not deleted. */
export async function bringBackDraft (deps: WitnessedDeps, draft: string): Promise<boolean> {
  return await mark(deps, draft, { deleted: false, action: 'draft.undeleted' })
}

async function mark (
  { pool, clock, editor, witness }: WitnessedDeps,
  draft: string,
  { deleted, action }: { deleted: boolean, action: string }
): Promise<boolean> {
  return await inTransaction(pool, async db => {
    const held = await holdDraft.maybeOne({ id: draft }, db)
    if (held === null || held.state === 'published' || (held.deletedAt !== null) === deleted) return false
    await markDeleted.run({
      id: draft, deletedAt: deleted ? clock.now() : null, deletedBy: deleted ? editor : null
    }, db)
    await witness(db, action, { draft })
    return true
  })
}

/**
 * Erases drafts that were deleted more than 30 days ago, with all that hangs on them, and returns
 * how many. It can be stopped and run again at any time.
 */
export async function eraseDeletedDrafts (
  { pool, clock, witness, stopping }: EraseDeps & { witness: Witness }
): Promise<number> {
  const before = endedBefore({ clock }, DELETED)
  let total = 0
  for (let portion = AT_ONCE; portion === AT_ONCE && stopping?.aborted !== true;) {
    portion = await inTransaction(pool, async db => {
      const drafts = (await holdDeleted.run({ before, limit: AT_ONCE }, db)).map(({ id }) => id)
      await eraseUnpublished.run({ drafts }, db)
      await eraseDrafts.run({ drafts }, db)
      for (const draft of drafts) await witness(db, 'draft.erased', { draft })
      return drafts.length
    })
    total += portion
  }
  return total
}

/** When the draft is over that was deleted first. */
export async function deletedDraftsEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestDeleted.one(undefined, pool)).at, DELETED)
}
