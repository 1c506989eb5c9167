import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../platform/database/pool.js'
import { inTransaction } from '../../platform/database/pool.js'
import { dayOf } from '../../platform/text/dates.js'
import { BLOCK_KINDS, kindOf } from '../blocks/registry.js'
import type { IssueContent } from '../content/content.js'
import type { EditingDeps, WitnessedDeps } from './deps.js'
import { insertBlock, insertDraft } from './draft.queries.js'
import { fieldsOf, readFields, type DraftFields } from './fields.js'
import { HEAD_FORM, headRow } from './head.js'

/** What a new draft begins with. */
export interface Beginning {
  head: DraftFields
  blocks: Array<{ kind: string, fields: DraftFields }>
}

/** Makes an empty draft and returns its id. */
export async function createDraft (deps: WitnessedDeps, { title = '' } = {}): Promise<string> {
  return await inTransaction(deps.pool, async db => {
    const draft = await beginDraft(deps, db, { head: readFields(HEAD_FORM, { title }), blocks: [] })
    await deps.witness(db, 'draft.created', { draft })
    return draft
  })
}

/** Writes a new draft and returns its id. */
export async function beginDraft (
  { clock, editor }: Omit<EditingDeps, 'pool'>, db: Queryable, { head, blocks }: Beginning
): Promise<string> {
  const id = randomUUID()
  const now = clock.now()
  await insertDraft.run({ id, ...headRow(head), today: dayOf(now), now, editor }, db)
  for (const [index, { kind, fields }] of blocks.entries()) {
    await insertBlock.run({
      id: randomUUID(), draft: id, position: index + 1, kind, fields: JSON.stringify(fields), now, editor
    }, db)
  }
  return id
}

/** An issue's content as a draft begins with it. */
export function beginningOf (content: IssueContent): Beginning {
  return {
    head: fieldsOf(HEAD_FORM, { ...content }),
    blocks: content.blocks.map(block => ({
      kind: block.type, fields: fieldsOf(kindOf(BLOCK_KINDS, block).form, block)
    }))
  }
}
