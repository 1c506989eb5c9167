import type { z } from 'zod'
import type { ChangeDeps, Kept } from '../../platform/kept-settings/kept-setting.js'
import { listVersions } from '../../platform/kept-settings/kept-setting.js'
import type { House } from '../../platform/newsletter/house.js'
import type { HouseSettings } from '../../platform/newsletter/house-settings.js'
import type { Queryable } from '../../platform/database/pool.js'
import { de } from '../../texts/de.js'

/** What the fields of a form hold, by their names. */
export type Texts = Readonly<Record<string, string>>

/** How a field is typed. */
export type FieldKind = 'text' | 'email' | 'tel'

export interface GroupField { key: string, kind: FieldKind, label: string, hint: string }

/** What became of a change. `meanwhile`: somebody else has changed it since the version `base`. */
export type GroupChange =
  | { result: 'changed' | 'unchanged' | 'meanwhile' }
  | { result: 'faults', faults: ReadonlyMap<string, string> }

/** A setting of the house as the form that it has on a page of its own. */
export interface Group {
  /** The end of the page's address. */
  path: GroupPath
  title: string
  intro: string
  fields: readonly GroupField[]
  /** Newest first. */
  versions: (deps: { db: Queryable }) => Promise<Array<Kept<Texts>>>
  /** `restored`: the earlier version that these texts come from. */
  change: (deps: ChangeDeps, change: { base: number, typed: Texts, restored?: number }) => Promise<GroupChange>
}

export type GroupPath = keyof typeof de.settings.groups

/** A setting and how it is typed: as one text for each of its fields. */
interface Form<Name extends keyof HouseSettings> {
  name: Name
  path: GroupPath
  kinds: Readonly<Record<string, FieldKind>>
  toTexts: (value: HouseSettings[Name]['first']) => Texts
  fromTexts: (texts: Texts) => unknown
}

/** The settings of the house that have a page. */
export function houseGroups (house: House): Group[] {
  return [
    group(house, {
      name: 'publisher',
      path: 'herausgeber',
      kinds: { email: 'email', data_protection_officer: 'email', phone: 'tel' },
      toTexts: publisher => publisher,
      fromTexts: texts => texts
    })
  ]
}

function group<Name extends keyof HouseSettings> (
  house: House, { name, path, kinds, toTexts, fromTexts }: Form<Name>
): Group {
  const setting = house.settings[name]
  const { title, intro, fields } = de.settings.groups[path]
  return {
    path,
    title,
    intro,
    fields: Object.entries(fields).map(([key, words]) => ({ key, kind: kinds[key] ?? 'text', ...words })),
    async versions ({ db }) {
      return (await listVersions({ db }, setting)).map(kept => ({ ...kept, value: toTexts(kept.value) }))
    },
    async change (deps, { base, typed, restored }) {
      const read = setting.schema.safeParse(fromTexts(typed))
      if (!read.success) return { result: 'faults', faults: faultsOf(read.error, typed) }
      const before = toTexts((await house.kept({ db: deps.pool }, name)).value)
      const value = read.data
      const changed = differing(before, toTexts(value))
      if (changed.length === 0) return { result: 'unchanged' }
      const details = { fields: changed, ...(restored === undefined ? {} : { restored }) }
      return { result: await house.change(deps, { name, base, value, details }) ? 'changed' : 'meanwhile' }
    }
  }
}

/** The fields in which two texts differ. */
export function differing (one: Texts, other: Texts): string[] {
  return Object.keys(one).filter(key => one[key] !== other[key])
}

/** What is wrong with a field, for people; the first fault of each. */
function faultsOf (error: z.ZodError, typed: Texts): Map<string, string> {
  const faults = new Map<string, string>()
  for (const problem of error.issues) {
    const key = String(problem.path[0] ?? Object.keys(typed)[0])
    if (!faults.has(key)) faults.set(key, faultIn(problem, typed[key] ?? ''))
  }
  return faults
}

function faultIn (problem: z.core.$ZodIssue, typed: string): string {
  const { missing, long, line, address } = de.settings.faults
  if (typed.trim() === '') return missing
  if (problem.code === 'too_big') return long(Number(problem.maximum))
  return problem.code === 'invalid_format' ? address : line
}
