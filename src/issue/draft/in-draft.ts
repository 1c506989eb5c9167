import type { PoolClient } from 'pg'
import { inTransaction } from '../../platform/database/pool.js'
import { dayOf } from '../../platform/text/dates.js'
import type { EditingDeps } from './deps.js'
import { holdDraft, noteOrder, noteWork } from './draft.queries.js'
import { addVersionIfNew } from './version.js'

/**
 * Runs `act` in one transaction that holds the draft as a whole, so that nobody saves in it
 * meanwhile. On the first change of a day it notes how the draft was the day before. Null if the
 * draft does not exist, if it was deleted, or if its issue is published: what was sent stays as it
 * is.
 */
export async function inDraft<T> (
  deps: EditingDeps, draft: string, act: (db: PoolClient) => Promise<T>
): Promise<T | null> {
  return await inTransaction(deps.pool, async db => {
    const held = await holdDraft.maybeOne({ id: draft }, db)
    if (held === null || held.deletedAt !== null || held.state === 'published') return null
    const today = dayOf(deps.clock.now())
    if (held.workedOn < today) {
      await addVersionIfNew(db, deps, { draft, reason: 'daily' })
      await noteWork.run({ id: draft, today }, db)
    }
    return await act(db)
  })
}

/**
 * The same for what changes which blocks there are, or their order: the draft bears its time,
 * unless `act` says by null that there was nothing to do.
 */
export async function arrangeDraft<T> (
  deps: EditingDeps, draft: string, act: (db: PoolClient) => Promise<T>
): Promise<T | null> {
  return await inDraft(deps, draft, async db => {
    const result = await act(db)
    if (result !== null) await noteOrder.run({ id: draft, now: deps.clock.now(), editor: deps.editor }, db)
    return result
  })
}
