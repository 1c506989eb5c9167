import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../platform/database/pool.js'
import { BLOCK_KINDS, kindOf } from '../blocks/registry.js'
import type { EditingDeps } from './deps.js'
import { findBlocks, findDraft, findLastSnapshot, insertVersion } from './draft.queries.js'
import { readFields, type DraftFields } from './fields.js'
import { headOf } from './head.js'

/** How a draft is at a time. */
export interface Snapshot {
  head: DraftFields
  blocks: Array<{ id: string, kind: string, fields: DraftFields }>
}

export type VersionReason =
  'imported' | 'daily' | 'named' | 'submitted' | 'returned' | 'approved' | 'replaced' | 'restored'

/** Reads a draft as it is. The caller holds it, or lives with saves in between. */
async function takeSnapshot (db: Queryable, draft: string): Promise<Snapshot> {
  const head = await findDraft.one({ id: draft }, db)
  const blocks = await findBlocks.run({ draft }, db)
  return {
    head: headOf(head),
    blocks: blocks.map(({ id, kind, fields }) => ({ id, kind, fields: typed(kind, fields) }))
  }
}

function typed (kind: string, fields: unknown): DraftFields {
  return readFields(kindOf(BLOCK_KINDS, { type: kind }).form, fields)
}

type Subject = { draft: string, reason: VersionReason, name?: string }

/**
 * Notes a draft as it is as a version, and returns the version's number. The caller holds the
 * draft.
 */
export async function addVersion (
  db: Queryable, { clock, editor }: Omit<EditingDeps, 'pool'>, { draft, reason, name }: Subject
): Promise<number> {
  const snapshot = JSON.stringify(await takeSnapshot(db, draft))
  const { number } = await insertVersion.one({
    draft, reason, name: name ?? null, snapshot, now: clock.now(), editor
  }, db)
  return number
}

/** Notes a version where the draft differs from the last one. The caller holds the draft. */
export async function addVersionIfNew (
  db: Queryable, deps: Omit<EditingDeps, 'pool'>, subject: Subject
): Promise<void> {
  const last = await findLastSnapshot.maybeOne({ draft: subject.draft }, db)
  if (last !== null && isDeepStrictEqual(last.snapshot, await takeSnapshot(db, subject.draft))) return
  await addVersion(db, deps, subject)
}
