import { BLOCK_KINDS, findKind } from '../blocks/registry.js'
import type { DraftDeps, EditingDeps } from './deps.js'
import { findOtherText, findOtherTexts, decideText } from './draft.queries.js'
import { readFields, type DraftFields } from './fields.js'
import { HEAD_FORM } from './head.js'
import { saveBlock, saveHead, type SaveResult } from './save.js'

/** A text that met another one in a save, or was replaced by one. */
export interface OtherText {
  id: string
  /** Null for the head of the draft. */
  block: string | null
  fields: DraftFields
  at: Date
  by: string | null
  /** When somebody decided which text stays; null while nobody has. */
  decidedAt: Date | null
}

/** All texts that are kept beside the working copy of a draft, oldest first. */
export async function otherTexts ({ pool }: Pick<DraftDeps, 'pool'>, draft: string): Promise<OtherText[]> {
  const found = await findOtherTexts.run({ draft }, pool)
  return found.map(({ id, blockId, kind, fields, writtenAt, writtenBy, decidedAt }) => {
    const form = kind === null ? HEAD_FORM : findKind(BLOCK_KINDS, kind)?.form ?? []
    return { id, block: blockId, fields: readFields(form, fields), at: writtenAt, by: writtenBy, decidedAt }
  })
}

/** Leaves the working copy as it is and notes that somebody decided so. False if it was decided. */
export async function keepTheirs (
  { pool, clock, editor }: EditingDeps, { draft, kept }: { draft: string, kept: string }
): Promise<boolean> {
  return (await decideText.run({ id: kept, draft, now: clock.now(), editor }, pool)).length > 0
}

interface Use {
  draft: string
  kept: string
  /** The version of the text that stood beside it. */
  base: number
  /** What somebody made of both by hand; the kept text itself if not given. */
  fields?: unknown
}

/**
 * Puts a kept text, or what somebody made of both, into the working copy. The text that it replaces
 * is kept. Null if there is no such text.
 */
export async function useOtherText (
  deps: EditingDeps, { draft, kept, base, fields }: Use
): Promise<SaveResult | null> {
  const text = await findOtherText.maybeOne({ id: kept, draft }, deps.pool)
  if (text === null) return null
  const request = { draft, base, fields: fields ?? text.fields, decides: kept }
  const block = text.blockId
  return block === null ? await saveHead(deps, request) : await saveBlock(deps, { ...request, block })
}
