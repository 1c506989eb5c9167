import type { BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS, kindOf } from '../blocks/registry.js'
import type { Beginning } from './create-draft.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { DraftDeps } from './deps.js'
import {
  findAllBlocks, findBlockKind, findBlocks, findDraft, findDrafts, type IFindDraftsResult
} from './draft.queries.js'
import { inputOf, readFields, type DraftFields } from './fields.js'
import { HEAD_FORM, headOf } from './head.js'

export interface DraftBlock {
  id: string
  kind: string
  fields: DraftFields
  version: number
  changedAt: Date
  changedBy: string | null
}

/** The working copy of an issue. */
export interface Draft {
  id: string
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'published'
  /** When it came into this state, and who brought it there; null as long as it is written. */
  stateAt: Date | null
  stateBy: string | null
  /** Why it was returned. */
  stateReason: string | null
  /** Who was asked to approve it. */
  askedId: string | null
  head: DraftFields
  /** The version of the head. */
  version: number
  changedAt: Date
  changedBy: string | null
  deletedAt: Date | null
  blocks: DraftBlock[]
}

export type DraftLine = IFindDraftsResult

/** Reads a draft, also a deleted one; null if there is no such draft. */
export async function readDraft ({ pool }: { pool: Queryable }, id: string): Promise<Draft | null> {
  const row = await findDraft.maybeOne({ id }, pool)
  if (row === null) return null
  const blocks = (await findBlocks.run({ draft: id }, pool)).map(block => ({
    ...block, fields: readFields(kindOf(BLOCK_KINDS, { type: block.kind }).form, block.fields)
  }))
  const { state, stateAt, stateBy, stateReason, askedId, version, changedAt, changedBy, deletedAt } = row
  const standing = { state, stateAt, stateBy, stateReason, askedId }
  return { id, ...standing, head: headOf(row), version, changedAt, changedBy, deletedAt, blocks }
}

/** The title that was typed; empty while there is none. */
export function titleOf ({ head: { title } }: Pick<Draft, 'head'>): string {
  return typeof title === 'string' ? title : ''
}

/** The kind of a block, removed or not; null if there is no such block. */
export async function readBlockKind (
  { pool }: Pick<DraftDeps, 'pool'>, { draft, block }: { draft: string, block: string }
): Promise<BlockKind | null> {
  const found = await findBlockKind.maybeOne({ id: block, draft }, pool)
  return found === null ? null : kindOf(BLOCK_KINDS, { type: found.kind })
}

/** A block that was removed and can be put back; null if there is no such block. */
export async function readRemoved (
  { pool }: Pick<DraftDeps, 'pool'>, { draft, block }: { draft: string, block: string }
): Promise<{ kind: string, fields: DraftFields } | null> {
  const found = (await findAllBlocks.run({ draft }, pool))
    .find(({ id, removedAt }) => id === block && removedAt !== null)
  if (found === undefined) return null
  const { kind } = found
  return { kind, fields: readFields(kindOf(BLOCK_KINDS, { type: kind }).form, found.fields) }
}

/** The drafts there are, or those that were deleted, the last changed first. */
export async function listDrafts (
  { pool }: Pick<DraftDeps, 'pool'>, { deleted = false } = {}
): Promise<DraftLine[]> {
  return await findDrafts.run({ deleted }, pool)
}

/**
 * A draft as `parseContent` judges it, except for the slug, which is made from the title where it
 * is missing. It may be unfinished.
 */
export function draftInput ({ head, blocks }: Beginning): Record<string, unknown> {
  return {
    ...inputOf(HEAD_FORM, head),
    blocks: blocks.map(({ kind, fields }) =>
      ({ type: kind, ...inputOf(kindOf(BLOCK_KINDS, { type: kind }).form, fields) }))
  }
}
