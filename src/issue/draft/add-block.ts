import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../platform/database/pool.js'
import { BLOCK_KINDS, findKind } from '../blocks/registry.js'
import { MAX_BLOCKS } from '../content/content.js'
import type { EditingDeps } from './deps.js'
import { arrangeBlocks, findBlocks, insertBlock } from './draft.queries.js'
import { readFields, type DraftFields } from './fields.js'
import { arrangeDraft } from './in-draft.js'

export type AddResult =
  | { result: 'added', block: string, place: number, of: number }
  /** There are as many blocks as an issue can have. */
  | { result: 'full', most: number }
  | { result: 'gone' }

interface NewBlock { kind: string, fields: DraftFields }

/**
 * Adds an empty block at a place from 1; without one, at the end. Throws for a kind that there is
 * not.
 */
export async function addBlock (
  deps: EditingDeps, { draft, kind, place = Infinity }: { draft: string, kind: string, place?: number | undefined }
): Promise<AddResult> {
  const found = findKind(BLOCK_KINDS, kind)
  if (found === null) throw new Error(`there is not a kind of block "${kind}"`)
  // A list that must have an entry shows one to fill in.
  const fields = Object.fromEntries(found.form.flatMap(field =>
    field.input === 'list' && field.required ? [[field.key, [{}]]] : []))
  return await arrangeDraft(deps, draft, async db =>
    await insertAt(deps, db, { draft, place, block: { kind, fields } })) ?? { result: 'gone' }
}

/** Adds a block that says the same, right behind the one it is made of. */
export async function duplicateBlock (
  deps: EditingDeps, { draft, block }: { draft: string, block: string }
): Promise<AddResult> {
  return await arrangeDraft(deps, draft, async (db): Promise<AddResult> => {
    const blocks = await findBlocks.run({ draft }, db)
    const index = blocks.findIndex(({ id }) => id === block)
    const original = blocks[index]
    if (original === undefined) return { result: 'gone' }
    const { kind } = original
    const fields = readFields(findKind(BLOCK_KINDS, kind)?.form ?? [], original.fields)
    return await insertAt(deps, db, { draft, place: index + 2, block: { kind, fields } })
  }) ?? { result: 'gone' }
}

interface Insertion { draft: string, place: number, block: NewBlock }

async function insertAt (
  { clock, editor }: EditingDeps, db: Queryable, { draft, place, block }: Insertion
): Promise<AddResult> {
  const ids = (await findBlocks.run({ draft }, db)).map(({ id }) => id)
  if (ids.length >= MAX_BLOCKS) return { result: 'full', most: MAX_BLOCKS }
  const id = randomUUID()
  const index = Math.min(Math.max(place, 1), ids.length + 1) - 1
  await insertBlock.run({
    id, draft, position: index + 1, kind: block.kind, fields: JSON.stringify(block.fields), now: clock.now(), editor
  }, db)
  ids.splice(index, 0, id)
  await arrangeBlocks.run({ draft, ids }, db)
  return { result: 'added', block: id, place: index + 1, of: ids.length }
}
