import type { z } from 'zod'
import { markdownProblems } from '../../issue/content/markdown.js'
import {
  listVersions, readKept, type ChangeDeps, type Kept, type KeptSetting
} from '../../platform/kept-settings/kept-setting.js'
import { judgeAccent, NEEDED } from '../../platform/mail/accent.js'
import type { House } from '../../platform/newsletter/house.js'
import type { Logo } from '../../platform/newsletter/house-settings.js'
import type { Queryable } from '../../platform/database/pool.js'
import { de } from '../../texts/de.js'

/** What the fields of a form hold, by their names. */
export type Texts = Readonly<Record<string, string>>

/** How a field is typed. */
export type FieldKind = 'text' | 'email' | 'tel' | 'prose' | 'picture'

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
  /** What is wrong with what was typed, by the names of the fields. */
  judge: (typed: Texts) => ReadonlyMap<string, string>
  /** `restored`: the earlier version that these texts come from. */
  change: (
    deps: ChangeDeps, change: { base: number, typed: Texts, restored?: number | undefined }
  ) => Promise<GroupChange>
}

export type GroupPath = keyof typeof de.settings.groups

/** A setting and how it is typed: as one text for each of its fields. */
interface Form<T> {
  setting: KeptSetting<T>
  path: GroupPath
  kinds: Readonly<Record<string, FieldKind>>
  toTexts: (value: T) => Texts
  fromTexts: (texts: Texts) => unknown
  /** What else is wrong with a value that its schema lets pass. */
  check?: (texts: Texts) => ReadonlyMap<string, string>
}

/** The settings of the house that have a page. */
export function houseGroups (house: House): Group[] {
  return [
    group(house, {
      setting: house.settings.publisher,
      path: 'herausgeber',
      kinds: { email: 'email', data_protection_officer: 'email', phone: 'tel' },
      toTexts: publisher => publisher,
      fromTexts: texts => texts
    }),
    group(house, {
      setting: house.settings.senderName,
      path: 'absender',
      kinds: {},
      toTexts: name => ({ name }),
      fromTexts: ({ name }) => name
    }),
    group(house, {
      setting: house.settings.accent,
      path: 'aussehen',
      kinds: {},
      toTexts: accent => ({ accent }),
      fromTexts: ({ accent }) => accent
    }),
    group(house, {
      setting: house.settings.logo,
      path: 'logo',
      kinds: { picture: 'picture' },
      toTexts: logo => ({ picture: logo === null ? '' : pictureText(logo), alt: logo?.alt ?? '' }),
      fromTexts: ({ picture = '', alt = '' }) => picture === '' ? null : { ...readPictureText(picture), alt }
    }),
    group(house, {
      setting: house.settings.privacyText,
      path: 'datenschutz',
      kinds: { text: 'prose' },
      toTexts: text => ({ text }),
      fromTexts: ({ text }) => text,
      check: ({ text = '' }) => new Map(markdownProblems(text).slice(0, 1).map(problem => ['text', problem]))
    })
  ]
}

/** A picture as one text, such as "….png 480 120". */
export function pictureText ({ name, width, height }: Omit<Logo, 'alt'>): string {
  return `${name} ${width} ${height}`
}

function readPictureText (text: string): Omit<Logo, 'alt'> {
  const [name = '', width, height] = text.split(' ')
  return { name, width: Number(width), height: Number(height) }
}

function group<T> (
  house: House, { setting, path, kinds, toTexts, fromTexts, check }: Form<T>
): Group {
  const { title, intro, fields } = de.settings.groups[path]
  const judge = (typed: Texts): ReadonlyMap<string, string> => {
    const read = setting.schema.safeParse(fromTexts(typed))
    return read.success ? check?.(typed) ?? new Map() : faultsOf(read.error, typed)
  }
  return {
    path,
    title,
    intro,
    fields: Object.entries(fields).map(([key, words]) => ({ key, kind: kinds[key] ?? 'text', ...words })),
    judge,
    async versions ({ db }) {
      return (await listVersions({ db }, setting)).map(kept => ({ ...kept, value: toTexts(kept.value) }))
    },
    async change (deps, { base, typed, restored }) {
      const before = toTexts((await readKept({ db: deps.pool }, setting)).value)
      // What the environment says holds, even if it could not be typed here.
      if (differing(before, typed).length === 0) return { result: 'unchanged' }
      const faults = judge(typed)
      if (faults.size > 0) return { result: 'faults', faults }
      const value = setting.schema.parse(fromTexts(typed))
      const changed = differing(before, toTexts(value))
      if (changed.length === 0) return { result: 'unchanged' }
      const change = { base, value, details: { fields: changed }, restored }
      return { result: await house.change(deps, setting, change) ? 'changed' : 'meanwhile' }
    }
  }
}

/** 3.457 is „3,4“: never more than it is. */
function inGerman (ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toLocaleString(de.locale)
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
  const { missing, long, line, address, atSign, colour, contrast } = de.settings.faults
  if (typed.trim() === '') return missing
  if (problem.code === 'too_big') return long(Number(problem.maximum))
  if (problem.code === 'invalid_format') return problem.format === 'regex' ? colour : address
  if (problem.code !== 'custom') return line
  if (problem.params?.['fault'] === 'at-sign') return atSign
  const low = judgeAccent(typed.toLowerCase())
  return problem.params?.['fault'] === 'contrast' && low !== null
    ? contrast(inGerman(low.ratio), low.ground, inGerman(NEEDED))
    : line
}
