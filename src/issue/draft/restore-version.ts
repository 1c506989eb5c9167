import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import type { WitnessedDeps } from './deps.js'
import {
  arrangeBlocks, findAllBlocks, findVersion, holdHead, insertBlock, markRemoved, updateBlock, updateHead
} from './draft.queries.js'
import type { DraftFields } from './fields.js'
import { headOf, headRow } from './head.js'
import { arrangeDraft } from './in-draft.js'
import { addVersion, addVersionIfNew, type Snapshot } from './version.js'

/**
 * Makes a draft say again what it said in a version, and returns the number of the version that
 * notes it; null if there is no such version. How the draft was just before is noted, too. Blocks
 * that say the same keep their version, so that nobody who writes there is disturbed.
 * Somebody who writes in another one meets a conflict, and their text is kept.
 */
export async function restoreVersion (
  deps: WitnessedDeps, { draft, number }: { draft: string, number: number }
): Promise<number | null> {
  return await arrangeDraft(deps, draft, async db => {
    const version = await findVersion.maybeOne({ draft, number }, db)
    if (version === null) return null
    const { head, blocks } = version.snapshot as unknown as Snapshot
    await addVersionIfNew(db, deps, { draft, reason: 'replaced' })
    await restoreHead(deps, db, { draft, head })
    await restoreBlocks(deps, db, { draft, blocks })
    await deps.witness(db, 'draft.restored', { draft, version: number })
    return await addVersion(db, deps, { draft, reason: 'restored' })
  })
}

async function restoreHead (
  { clock, editor }: WitnessedDeps, db: PoolClient, { draft, head }: { draft: string, head: DraftFields }
): Promise<void> {
  const current = await holdHead.one({ id: draft }, db)
  if (isDeepStrictEqual(headOf(current), head)) return
  await updateHead.one({ id: draft, base: current.version, ...headRow(head), now: clock.now(), editor }, db)
}

async function restoreBlocks (
  { clock, editor }: WitnessedDeps, db: PoolClient, { draft, blocks }: { draft: string, blocks: Snapshot['blocks'] }
): Promise<void> {
  const now = clock.now()
  const existing = new Map((await findAllBlocks.run({ draft }, db)).map(block => [block.id, block]))
  for (const [index, { id, kind, fields }] of blocks.entries()) {
    const current = existing.get(id)
    existing.delete(id)
    const json = JSON.stringify(fields)
    if (current === undefined) {
      await insertBlock.run({ id, draft, position: index + 1, kind, fields: json, now, editor }, db)
      continue
    }
    if (current.removedAt !== null) await markRemoved.run({ id, removedAt: null }, db)
    if (isDeepStrictEqual(current.fields, fields)) continue
    await updateBlock.one({ id, base: current.version, fields: json, now, editor }, db)
  }
  for (const { id, removedAt } of existing.values()) {
    if (removedAt === null) await markRemoved.run({ id, removedAt: now }, db)
  }
  await arrangeBlocks.run({ draft, ids: blocks.map(({ id }) => id) }, db)
}
