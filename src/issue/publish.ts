import type { Clock } from '../platform/clock.js'
import type { Queryable } from '../platform/database/pool.js'
import { holdDraft, setState } from './draft/draft.queries.js'
import { findDraftOf, issueExists, issueWaits, publish as publishApproved } from './issue.queries.js'

/**
 * Gives an approved issue its public page; nothing is changed in its draft from then on. False if
 * there is no such issue, or if it is published already.
 */
export async function publish ({ db, clock }: { db: Queryable, clock: Clock }, number: number): Promise<boolean> {
  const now = clock.now()
  if ((await publishApproved.run({ number, now }, db)).length === 0) return false
  const { draftId } = await findDraftOf.one({ number }, db)
  if (draftId !== null) {
    await setState.run({ id: draftId, state: 'published', now, editor: null, reason: null, asked: null }, db)
  }
  return true
}

/** Whether there is an issue with this number, published or not. */
export async function hasIssue ({ db }: { db: Queryable }, number: number): Promise<boolean> {
  return (await issueExists.run({ number }, db))[0]?.exists === true
}

/**
 * Whether an issue is approved and not published yet. It stays so until the caller's transaction
 * ends, and its draft stays as it is. The draft is held first, as everywhere.
 */
export async function holdWaiting ({ db }: { db: Queryable }, number: number): Promise<boolean> {
  const draft = (await findDraftOf.maybeOne({ number }, db))?.draftId ?? null
  if (draft !== null) await holdDraft.maybeOne({ id: draft }, db)
  return await issueWaits.maybeOne({ number }, db) !== null
}
