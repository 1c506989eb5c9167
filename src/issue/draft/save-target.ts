import type { Queryable } from '../../platform/database/pool.js'
import type { FormField } from '../blocks/form.js'
import { BLOCK_KINDS, kindOf } from '../blocks/registry.js'
import { holdBlock, holdHead, updateBlock, updateHead } from './draft.queries.js'
import { readFields, type DraftFields } from './fields.js'
import { HEAD_FORM, headOf, headRow } from './head.js'

/** What stands in the working copy, held until the transaction ends. */
export interface Current {
  form: readonly FormField[]
  fields: DraftFields
  version: number
  changedAt: Date
  changedBy: string | null
  isRemoved: boolean
}

interface Write { fields: DraftFields, base: number, now: Date, editor: string | null }

/** What is saved as a whole: a block, or the head of a draft. */
export interface Target {
  id: string
  /** Null for the head. */
  block: string | null
  hold: (db: Queryable) => Promise<Current | null>
  /** Writes over the version `base` and returns the next one. */
  write: (db: Queryable, write: Write) => Promise<number>
}

export function blockTarget (draft: string, id: string): Target {
  return {
    id,
    block: id,
    async hold (db) {
      const row = await holdBlock.maybeOne({ id, draft }, db)
      if (row === null) return null
      const { form } = kindOf(BLOCK_KINDS, { type: row.kind })
      return { ...row, form, fields: readFields(form, row.fields), isRemoved: row.removedAt !== null }
    },
    async write (db, { fields, ...write }) {
      return (await updateBlock.one({ id, fields: JSON.stringify(fields), ...write }, db)).version
    }
  }
}

export function headTarget (draft: string): Target {
  return {
    id: draft,
    block: null,
    async hold (db) {
      const row = await holdHead.maybeOne({ id: draft }, db)
      return row === null ? null : { ...row, form: HEAD_FORM, fields: headOf(row), isRemoved: false }
    },
    async write (db, { fields, ...write }) {
      return (await updateHead.one({ id: draft, ...headRow(fields), ...write }, db)).version
    }
  }
}
