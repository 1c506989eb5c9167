import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../platform/database/pool.js'
import { keepText } from './draft.queries.js'
import type { DraftFields } from './fields.js'

interface Text {
  draft: string
  block: string | null
  base: number
  hash: Buffer
  fields: DraftFields
  writtenAt: Date
  writtenBy: string | null
  decidedAt: Date | null
  decidedBy: string | null
}

/** Keeps a text beside the working copy and returns its id: the same one for the same text. */
export async function keepOtherText (db: Queryable, { fields, ...text }: Text): Promise<string> {
  return (await keepText.one({ id: randomUUID(), fields: JSON.stringify(fields), ...text }, db)).id
}
