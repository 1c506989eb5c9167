import { MAX_BLOCKS } from '../content/content.js'
import type { AddResult } from './add-block.js'
import type { EditingDeps } from './deps.js'
import { arrangeBlocks, findAllBlocks, findBlocks, markRemoved } from './draft.queries.js'
import { arrangeDraft } from './in-draft.js'

/** Removes a block; it can be put back. False if it is not there, or not any more. */
export async function removeBlock (
  deps: EditingDeps, { draft, block }: { draft: string, block: string }
): Promise<boolean> {
  return await arrangeDraft(deps, draft, async db => {
    const ids = (await findBlocks.run({ draft }, db)).map(({ id }) => id)
    if (!ids.includes(block)) return false
    await markRemoved.run({ id: block, removedAt: deps.clock.now() }, db)
    await arrangeBlocks.run({ draft, ids: ids.filter(id => id !== block) }, db)
    return true
  }) ?? false
}

/** Puts a removed block back to the place where it was, as far as that still exists. */
export async function putBackBlock (
  deps: EditingDeps, { draft, block }: { draft: string, block: string }
): Promise<AddResult> {
  return await arrangeDraft(deps, draft, async (db): Promise<AddResult> => {
    const all = await findAllBlocks.run({ draft }, db)
    const ids = all.filter(({ removedAt }) => removedAt === null).map(({ id }) => id)
    const removed = all.find(({ id }) => id === block)
    if (removed === undefined) return { result: 'gone' }
    // The button may be pressed twice.
    if (removed.removedAt === null) {
      return { result: 'added', block, place: ids.indexOf(block) + 1, of: ids.length }
    }
    if (ids.length >= MAX_BLOCKS) return { result: 'full', most: MAX_BLOCKS }
    const index = Math.min(removed.position - 1, ids.length)
    ids.splice(index, 0, block)
    await markRemoved.run({ id: block, removedAt: null }, db)
    await arrangeBlocks.run({ draft, ids }, db)
    return { result: 'added', block, place: index + 1, of: ids.length }
  }) ?? { result: 'gone' }
}
