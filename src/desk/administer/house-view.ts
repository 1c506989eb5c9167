import type { Pool } from 'pg'
import { editorNames } from '../../editor/account/names.js'
import { richTextHtml } from '../../issue/rich-text/html.js'
import type { Kept } from '../../platform/kept-settings/kept-setting.js'
import { judgeAccent, mailColours } from '../../platform/mail/accent.js'
import { markControls } from '../../platform/mail/address.js'
import type { Mailbox } from '../../platform/mail/mailbox.js'
import { de } from '../../texts/de.js'
import { dayAndTime } from '../drafts/times.js'
import { colourSamples, type ColourSample } from './colour-sample.js'
import { differing, type FieldKind, type Group, type GroupPath, type Texts } from './house-groups.js'

/** A page of the settings, to go from one to the other. */
export interface SettingsPage { path: string, name: string, isHere: boolean }

interface FieldView {
  id: string
  kind: FieldKind
  label: string
  hint: string
  value: string
  /** Of prose: the text as HTML for the editor of formatted text; null if it cannot hold it. */
  html: string | null
  error: string | null
  /** What holds now, where somebody else has changed it meanwhile; null if it is what was typed. */
  holds: string | null
}

/** An earlier version, to be put back. */
export interface VersionView {
  version: number
  name: string
  lately: string
  /** How it differs from what holds. */
  differs: Array<{ label: string, value: string }>
}

declare module '../../platform/http/page.js' {
  interface Pages {
    /** `lately`: „Eva Muster, 27. Nov. 2026, 10:42“; empty as long as nobody has changed it. */
    'desk/house': {
      pages: SettingsPage[]
      path: GroupPath
      title: string
      intro: string
      fields: FieldView[]
      version: number
      lately: string
      earlier: VersionView[]
      /** How the sender is shown in an inbox; null on the other pages. */
      arrives: string | null
      /** How mails would look; null on the other pages. */
      samples: ColourSample[] | null
      /** The nearest colour that can be read, where the one that was typed cannot. */
      repair: string | null
      problem: { heading: string, text: string } | null
      done: string | null
    }
  }
}

/** What came of a form that was not saved. */
export interface NotSaved {
  typed: Texts
  faults: ReadonlyMap<string, string>
  /** Whether it was only to be seen, or somebody else was faster. */
  why: 'faults' | 'preview' | 'meanwhile'
  /** The earlier version that was to be put back. */
  restored?: number | undefined
}

/** The pages of the settings; `here`: the one that is shown, empty for the first. */
export function settingsPages (groups: readonly Group[], here: string): SettingsPage[] {
  const pages = [{ path: '', title: de.settings.general }, ...groups]
  return pages.map(({ path, title }) => ({ path, name: title, isHere: path === here }))
}

/** The page of one setting of the house. */
export async function houseView (
  { pool, groups, from }: { pool: Pool, groups: readonly Group[], from: Mailbox },
  group: Group,
  { notSaved = null, done = null }: { notSaved?: NotSaved | null, done?: string | null }
) {
  const versions = await group.versions({ db: pool })
  const names = await editorNames({ db: pool }, versions.map(({ changedBy }) => changedBy))
  const lately = ({ changedAt, changedBy }: Kept<Texts>): string => changedAt === null
    ? ''
    : de.settings.lately(names.get(changedBy ?? '') ?? de.drafts.somebody, dayAndTime(changedAt))
  const [now, ...before] = versions
  if (now === undefined) throw new Error('a setting always has a version')
  const { path, title, intro } = group
  return {
    pages: settingsPages(groups, path),
    path,
    title,
    intro,
    fields: group.fields.map(field => fieldView(field, now.value, notSaved)),
    version: now.version,
    lately: lately(now),
    earlier: before.map(kept => ({ ...versionView(group, kept, now), lately: lately(kept) })),
    arrives: path === 'absender' ? de.settings.arrives(now.value['name'] ?? '', from.address) : null,
    ...lookOf(path, notSaved?.typed['accent'] ?? now.value['accent'] ?? ''),
    problem: problemOf(notSaved, lately(now)),
    done
  }
}

/** How mails would look, and what to take instead of a colour that cannot be read. */
function lookOf (path: GroupPath, typed: string): { samples: ColourSample[] | null, repair: string | null } {
  const accent = typed.toLowerCase()
  if (path !== 'aussehen' || !/^#[0-9a-f]{6}$/.test(accent)) return { samples: null, repair: null }
  return { samples: colourSamples(mailColours(accent)), repair: judgeAccent(accent)?.nearest ?? null }
}

function problemOf (notSaved: NotSaved | null, lately: string): { heading: string, text: string } | null {
  if (notSaved === null || (notSaved.why === 'preview' && notSaved.faults.size === 0)) return null
  const { conflict, faults, versionName } = de.settings
  if (notSaved.why === 'meanwhile') return { heading: conflict.heading, text: conflict.text(lately) }
  const { restored } = notSaved
  return restored === undefined
    ? { heading: faults.heading, text: faults.text(notSaved.faults.size) }
    : { heading: faults.notRestored, text: faults.forbidden(versionName(restored)) }
}

function fieldView (
  { key, kind, label, hint }: Group['fields'][number], now: Texts, notSaved: NotSaved | null
): FieldView {
  const holds = now[key] ?? ''
  const typed = notSaved?.typed[key]
  const value = typed ?? holds
  return {
    id: key,
    kind,
    label,
    hint,
    value: kind === 'prose' ? value : markControls(kind === 'picture' ? value.replace(/ .*/, '') : value),
    html: kind === 'prose' ? richTextHtml(value) : null,
    error: notSaved?.faults.get(key) ?? null,
    holds: notSaved?.why === 'meanwhile' && typed !== holds ? holds : null
  }
}

function versionView (
  { fields }: Group, { version, value }: Kept<Texts>, now: Kept<Texts>
): Omit<VersionView, 'lately'> {
  const { versionName, empty, otherPicture } = de.settings
  const known = new Map(fields.map(field => [field.key, field]))
  const differs = differing(value, now.value).map(key => {
    const { label = key, kind } = known.get(key) ?? {}
    const text = value[key] ?? ''
    return { label, value: text === '' ? empty : kind === 'picture' ? otherPicture : text }
  })
  return { version, name: versionName(version), differs }
}
