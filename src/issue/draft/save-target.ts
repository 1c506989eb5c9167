import type { Queryable } from '../../platform/database/pool.js'
import type { FormField } from '../blocks/form.js'
import { BLOCK_KINDS, kindOf } from '../blocks/registry.js'
import { holdBlock, holdHead, saveBlock, saveHead, type IHoldHeadResult } from './draft.queries.js'
import { readFields, type DraftFields } from './fields.js'
import { HEAD_FORM, headOf, headRow } from './head.js'

/** How the draft stands and what its working copy says, held until the transaction ends. */
export interface Current extends Pick<IHoldHeadResult, 'workedOn' | 'deletedAt' | 'state'> {
  form: readonly FormField[]
  fields: DraftFields
  version: number
  changedAt: Date
  changedBy: string | null
  isRemoved: boolean
}

interface Write { fields: DraftFields, base: number, hash: Buffer, now: Date, editor: string | null }

/** What is saved as a whole: a block, or the head of a draft. */
export interface Target {
  id: string
  /** Null for the head, with which the draft is held as a whole. */
  block: string | null
  hold: (db: Queryable) => Promise<Current | null>
  /** Writes over the version `base`, notes the save, and returns the next version. */
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
      return (await saveBlock.one({ id, fields: JSON.stringify(fields), ...write }, db)).version
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
      return (await saveHead.one({ id: draft, ...headRow(fields), ...write }, db)).version
    }
  }
}
