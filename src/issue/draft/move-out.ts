import type { Queryable } from '../../platform/database/pool.js'
import {
  countDraftsToExport, findBlocks, findDraft, listDraftsToExport, type IFindBlocksResult, type IFindDraftResult
} from './draft.queries.js'

interface MoveOutDeps { db: Queryable }

export async function countMovingDrafts ({ db }: MoveOutDeps): Promise<{ drafts: number }> {
  return await countDraftsToExport.one(undefined, db)
}

/** All drafts that are being worked on, as they are, without who wrote what. */
export async function * movingDrafts (
  { db }: MoveOutDeps
): AsyncGenerator<{ draft: IFindDraftResult, blocks: IFindBlocksResult[] }> {
  for (const { id } of await listDraftsToExport.run(undefined, db)) {
    const draft = await findDraft.maybeOne({ id }, db)
    if (draft !== null) yield { draft, blocks: await findBlocks.run({ draft: id }, db) }
  }
}
