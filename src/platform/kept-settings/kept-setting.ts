import type { Pool } from 'pg'
import type { z } from 'zod'
import type { Clock } from '../clock.js'
import { inTransaction, type Queryable } from '../database/pool.js'
import type { Witness } from '../witness.js'
import { findAllKept, findKept, insertKept, listKept } from './kept-settings.queries.js'

/** A setting that people change while the service runs. Each change is kept as a version. */
export interface KeptSetting<T> {
  name: string
  schema: z.ZodType<T>
  /** What holds as long as nobody has set anything. */
  first: T
}

/** A setting as it holds now. `version` is 0 as long as nobody has set anything. */
export interface Kept<T> { value: T, version: number, changedAt: Date | null, changedBy: string | null }

/**
 * Reads a setting as it holds, or as it held at a time. Throws if what is stored is not valid any
 * more.
 */
export async function readKept<T> (
  { db }: { db: Queryable }, setting: KeptSetting<T>, at: Date | null = null
): Promise<Kept<T>> {
  const row = await findKept.maybeOne({ name: setting.name, at }, db)
  return row === null ? beginning(setting) : { ...row, value: setting.schema.parse(row.value) }
}

/** The same of several settings, in one query: all as they hold at one moment. */
export async function readAllKept<Values extends object> (
  { db }: { db: Queryable }, settings: { [Key in keyof Values]: KeptSetting<Values[Key]> }, at: Date | null = null
): Promise<{ [Key in keyof Values]: Kept<Values[Key]> }> {
  const all = Object.entries<KeptSetting<unknown>>(settings)
  const rows = await findAllKept.run({ names: all.map(([, { name }]) => name), at }, db)
  const kept = all.map(([key, setting]) => {
    const row = rows.find(({ name }) => name === setting.name)
    return [key, row === undefined ? beginning(setting) : { ...row, value: setting.schema.parse(row.value) }]
  })
  return Object.fromEntries(kept) as { [Key in keyof Values]: Kept<Values[Key]> }
}

function beginning<T> ({ first }: KeptSetting<T>): Kept<T> {
  return { value: first, version: 0, changedAt: null, changedBy: null }
}

/**
 * The versions of a setting, newest first; the last one is what it began with. Those that are not
 * valid any more are left out.
 */
export async function listVersions<T> ({ db }: { db: Queryable }, setting: KeptSetting<T>): Promise<Array<Kept<T>>> {
  const rows = await listKept.run({ name: setting.name }, db)
  const valid = rows.flatMap(row => {
    const read = setting.schema.safeParse(row.value)
    return read.success ? [{ ...row, value: read.data }] : []
  })
  return [...valid, beginning(setting)]
}

export interface ChangeDeps {
  pool: Pool
  clock: Clock
  /** Who changes it; null for the program itself. */
  editor: string | null
  witness: Witness
}

/**
 * A change of a setting that began with the version `base`. `details` are for the audit, and so is
 * `restored`: the earlier version that the value comes from.
 */
export interface Change<T> {
  base: number
  value: T
  details: Readonly<Record<string, unknown>>
  restored?: number | undefined
}

/**
 * Sets a setting, and has it witnessed as `setting.NAME`. False if somebody else has set it since
 * the version that the change began with: then nothing is changed.
 */
export async function changeKept<T> (
  { pool, clock, editor, witness }: ChangeDeps,
  setting: KeptSetting<T>,
  { base, value, details, restored }: Change<T>
): Promise<boolean> {
  const { name } = setting
  const json = JSON.stringify(setting.schema.parse(value))
  return await inTransaction(pool, async db => {
    if (await insertKept.maybeOne({ name, base, value: json, now: clock.now(), editor }, db) === null) return false
    const told = restored === undefined ? details : { ...details, restored }
    await witness(db, `setting.${name.replaceAll('-', '_')}`, told)
    return true
  })
}
