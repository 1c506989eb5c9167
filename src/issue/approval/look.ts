import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { compareSnapshots, type BlockDifference } from '../draft/compare.js'
import { findLastDecision } from '../draft/draft.queries.js'
import type { Draft } from '../draft/read-draft.js'
import type { Snapshot } from '../draft/version.js'
import { findLook, lookIsNoted, noteLook } from './approval.queries.js'

/** What changed since somebody last decided about a draft. */
export interface ChangesSince {
  decision: 'approved' | 'returned'
  at: Date
  by: string | null
  differences: BlockDifference[]
}

/**
 * What changed since the last approval, or where there was none, since the draft was last returned;
 * null if nobody has decided about it before.
 */
export async function changesSinceDecision (
  { pool }: { pool: Pool }, draft: Draft
): Promise<ChangesSince | null> {
  const last = await findLastDecision.maybeOne({ draft: draft.id }, pool)
  if (last === null) return null
  const differences = compareSnapshots(last.snapshot as unknown as Snapshot, draft)
  const decision = last.reason === 'approved' ? 'approved' : 'returned'
  return { decision, at: last.madeAt, by: last.madeBy, differences }
}

const NOTED_AGAIN_MS = 3_600_000

/** Remembers for a day what somebody saw who is about to decide. */
export async function rememberLook (
  { pool, clock }: { pool: Pool, clock: Clock }, draft: Draft, hash: string
): Promise<void> {
  const { id, head, blocks } = draft
  const now = clock.now()
  const mailHash = Buffer.from(hash, 'hex')
  const since = new Date(now.getTime() - NOTED_AGAIN_MS)
  // Most looks are at what was seen a short time ago, and a page need not wait for the disk then.
  if ((await lookIsNoted.one({ draft: id, mailHash, since }, pool)).noted) return
  const snapshot: Snapshot = { head, blocks: blocks.map(({ id, kind, fields }) => ({ id, kind, fields })) }
  await noteLook.run({
    draft: id,
    mailHash,
    snapshot: JSON.stringify(snapshot),
    now,
    olderThan: since
  }, pool)
}

/** What changed since somebody saw the mail with this hash; null if nobody saw it lately. */
export async function changesSinceLook (
  { pool }: { pool: Pool }, draft: Draft, hash: string
): Promise<BlockDifference[] | null> {
  const look = await findLook.maybeOne({ draft: draft.id, mailHash: Buffer.from(hash, 'hex') }, pool)
  return look === null ? null : compareSnapshots(look.snapshot as unknown as Snapshot, draft)
}
