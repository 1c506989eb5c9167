import type { EditingDeps } from './deps.js'
import { arrangeBlocks, findBlocks } from './draft.queries.js'
import { arrangeDraft } from './in-draft.js'

/** Where to: one up, one down, or to a place from 1. */
export type Move = 'up' | 'down' | number

export type MoveResult =
  | { result: 'moved', place: number, of: number }
  | { result: 'gone' }

/** Moves a block. At the end of the list it stays where it is. Its version stays the same. */
export async function moveBlock (
  deps: EditingDeps, { draft, block, to }: { draft: string, block: string, to: Move }
): Promise<MoveResult> {
  return await arrangeDraft(deps, draft, async (db): Promise<MoveResult> => {
    const ids = (await findBlocks.run({ draft }, db)).map(({ id }) => id)
    const from = ids.indexOf(block)
    if (from === -1) return { result: 'gone' }
    const wanted = to === 'up' ? from - 1 : to === 'down' ? from + 1 : to - 1
    const index = Math.min(Math.max(wanted, 0), ids.length - 1)
    ids.splice(from, 1)
    ids.splice(index, 0, block)
    await arrangeBlocks.run({ draft, ids }, db)
    return { result: 'moved', place: index + 1, of: ids.length }
  }) ?? { result: 'gone' }
}
