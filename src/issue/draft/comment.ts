import { randomUUID } from 'node:crypto'
import type { DraftDeps, EditingDeps } from './deps.js'
import { findComments, insertComment, resolveComment as resolve, type IFindCommentsResult } from './draft.queries.js'
import { storable } from './fields.js'

/** Characters of a comment at most. */
const LONGEST_COMMENT = 5_000

export type Comment = IFindCommentsResult

export type CommentResult =
  | { result: 'written', id: string }
  | { result: 'empty' }
  | { result: 'too-long', most: number }
  | { result: 'gone' }

/** Writes a comment on a block, or on the whole draft. */
export async function writeComment (
  { pool, clock, editor }: EditingDeps, { draft, block, text }: { draft: string, block: string | null, text: string }
): Promise<CommentResult> {
  const plain = storable(text).trim()
  if (plain === '') return { result: 'empty' }
  if (plain.length > LONGEST_COMMENT) return { result: 'too-long', most: LONGEST_COMMENT }
  const row = await insertComment.maybeOne({
    id: randomUUID(), draft, block, text: plain, now: clock.now(), editor
  }, pool)
  return row === null ? { result: 'gone' } : { result: 'written', id: row.id }
}

/** Notes that a comment is dealt with. False if it was before, or does not exist. */
export async function resolveComment (
  { pool, clock, editor }: EditingDeps, { draft, comment }: { draft: string, comment: string }
): Promise<boolean> {
  return (await resolve.run({ id: comment, draft, now: clock.now(), editor }, pool)).length > 0
}

/** The comments of a draft, oldest first, resolved ones among them. */
export async function commentsOf ({ pool }: Pick<DraftDeps, 'pool'>, draft: string): Promise<Comment[]> {
  return await findComments.run({ draft }, pool)
}
