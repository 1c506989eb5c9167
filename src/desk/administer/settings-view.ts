import type { Pool } from 'pg'
import { LONGEST_GRACE } from '../../delivery/grace.js'
import { listAccounts } from '../../editor/account/list-accounts.js'
import { editorNames } from '../../editor/account/names.js'
import { FOUR_EYES_RULES } from '../../issue/approval/four-eyes.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Kept } from '../../platform/kept-settings/kept-setting.js'
import type { House } from '../../platform/newsletter/house.js'
import { de } from '../../texts/de.js'
import { dayAndTime } from '../drafts/times.js'
import { fourEyes, grace, testList, type GeneralSetting } from './general-settings.js'
import { houseGroups } from './house-groups.js'
import { settingsPages, type SettingsPage, type VersionView } from './house-view.js'

/** `lately`: „Eva Muster, 27. Nov. 2026, 10:42“; empty as long as nobody has changed it. */
interface SettingView { path: string, version: number, lately: string, earlier: VersionView[] }

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/settings': {
      pages: SettingsPage[]
      fourEyes: SettingView & { rules: Array<{ rule: string, name: string, holds: boolean }> }
      grace: SettingView & { minutes: number, most: number, error: string | null }
      testList: SettingView & { accounts: Array<{ id: string, title: string, has: boolean }> }
      done: string | null
    }
  }
}

/** The page of the settings that have none of their own. */
export async function settingsView (
  { pool, keys, house }: { pool: Pool, keys: Keyring, house: House },
  { done, error }: { done: string | null, error: string | null }
) {
  const [rules, graces, lists] = [
    await fourEyes.list({ db: pool }), await grace.list({ db: pool }), await testList.list({ db: pool })
  ]
  const accounts = (await listAccounts({ pool, keys })).map(account =>
    ({ ...account, title: account.name === '' ? account.address : account.name }))
  const titles = new Map(accounts.map(({ id, title }) => [id, title]))
  const names = await editorNames({ db: pool }, [...rules, ...graces, ...lists].map(({ changedBy }) => changedBy))
  const latest = lists[0]?.value ?? []
  return {
    pages: settingsPages(houseGroups(house), ''),
    fourEyes: {
      rules: FOUR_EYES_RULES.map(rule =>
        ({ rule, name: de.approval.ruleChoices[rule], holds: rule === rules[0]?.value })),
      ...settingView(fourEyes, rules, { names, titles })
    },
    grace: {
      minutes: graces[0]?.value ?? 0, most: LONGEST_GRACE, error, ...settingView(grace, graces, { names, titles })
    },
    testList: {
      accounts: accounts.filter(({ state }) => state !== 'disabled')
        .map(({ id, title }) => ({ id, title, has: latest.includes(id) })),
      ...settingView(testList, lists, { names, titles })
    },
    done
  }
}

type Names = ReadonlyMap<string, string>

function settingView<T> (
  { path, inWords }: GeneralSetting<T>,
  [now, ...before]: Array<Kept<T>>,
  { names, titles }: { names: Names, titles: Names }
): SettingView {
  if (now === undefined) throw new Error('a setting always has a version')
  const lately = ({ changedAt, changedBy }: Kept<T>): string => changedAt === null
    ? ''
    : de.settings.lately(names.get(changedBy ?? '') ?? de.drafts.somebody, dayAndTime(changedAt))
  const held = inWords(now.value, titles)
  const earlier = before.map(kept => {
    const value = inWords(kept.value, titles)
    const differs = value === held ? [] : [{ label: de.settings.earlier[path], value }]
    return { version: kept.version, name: de.settings.versionName(kept.version), lately: lately(kept), differs }
  })
  return { path, version: now.version, lately: lately(now), earlier }
}
