import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { witnessOf } from '../../../src/editor/audit/audit.js'
import { addBlock } from '../../../src/issue/draft/add-block.js'
import { createDraft } from '../../../src/issue/draft/create-draft.js'
import type { WitnessedDeps } from '../../../src/issue/draft/deps.js'
import type { DraftFields } from '../../../src/issue/draft/fields.js'
import { readDraft, type Draft } from '../../../src/issue/draft/read-draft.js'
import { travelClock, type TravelClock } from '../../support/clock.js'
import { testDatabase } from '../../support/database.js'
import type { Test } from '../../support/test.js'

export interface Desk extends WitnessedDeps { clock: TravelClock, editor: string }

/** Somebody at work on a database of their own. */
export async function atWork (t: Test): Promise<Desk> {
  const { pool } = await testDatabase(t)
  return await asColleague(pool, travelClock())
}

/** Somebody else on the same database. */
export async function asColleague (pool: Pool, clock: TravelClock): Promise<Desk> {
  const editor = randomUUID()
  await pool.query(
    `insert into editor (id, address_index, address_sealed, name, roles, created_at)
     values ($1, sha256($1::uuid::text::bytea), '\\x00', 'Kim', '{write}', $2)`, [editor, clock.now()])
  return { pool, clock, editor, witness: witnessOf({ clock }, editor) }
}

/** A draft with so many articles; their ids in order. */
export async function draftWith (desk: Desk, articles: number): Promise<{ draft: string, blocks: string[] }> {
  const draft = await createDraft(desk, { title: 'Ein Titel' })
  const blocks: string[] = []
  for (let count = 0; count < articles; count++) {
    const added = await addBlock(desk, { draft, kind: 'article' })
    if (added.result === 'added') blocks.push(added.block)
  }
  return { draft, blocks }
}

export async function read (desk: Desk, draft: string): Promise<Draft> {
  const found = await readDraft(desk, draft)
  if (found === null) throw new Error('the draft is not there')
  return found
}

/** What a block says in the working copy. */
export async function fieldsIn (desk: Desk, draft: string, block: string): Promise<DraftFields | undefined> {
  return (await read(desk, draft)).blocks.find(({ id }) => id === block)?.fields
}

export async function actions (pool: Pool): Promise<string[]> {
  const { rows } = await pool.query('select action from audit order by number')
  return rows.map(({ action }: { action: string }) => action)
}
