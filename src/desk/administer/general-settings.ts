import { isDeepStrictEqual } from 'node:util'
import { listGraces, setGrace } from '../../delivery/grace.js'
import { listTestLists, setTestList } from '../../delivery/test-list.js'
import { listFourEyes, setFourEyes, type FourEyes } from '../../issue/approval/four-eyes.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { ChangeDeps, Kept } from '../../platform/kept-settings/kept-setting.js'
import { de } from '../../texts/de.js'

/** A setting that shares the first page of the settings with others. */
export interface GeneralSetting<T> {
  /** The end of the address of its form. */
  path: keyof typeof de.settings.earlier
  done: 'vieraugen' | 'testliste' | 'bedenkzeit'
  /** Its versions, newest first. */
  list: (deps: { db: Queryable }) => Promise<Array<Kept<T>>>
  /** `names` are those of accounts, by their ids. */
  inWords: (value: T, names: ReadonlyMap<string, string>) => string
  /** False if somebody else has set it since the version `base`. */
  set: (deps: ChangeDeps, change: GeneralChange<T>) => Promise<boolean>
}

/** `restored`: the earlier version that the value comes from. */
interface GeneralChange<T> { base: number, value: T, restored?: number }

const { minutes, nobody } = de.settings
const { formerEditor } = de.desk.audit

export const fourEyes: GeneralSetting<FourEyes> = {
  path: 'vier-augen',
  done: 'vieraugen',
  list: listFourEyes,
  inWords: rule => de.approval.ruleChoices[rule],
  set: async (deps, { value: rule, ...change }) => await setFourEyes(deps, { ...change, rule })
}

export const grace: GeneralSetting<number> = {
  path: 'bedenkzeit',
  done: 'bedenkzeit',
  list: listGraces,
  inWords: minutes,
  set: async (deps, { value: minutes, ...change }) => await setGrace(deps, { ...change, minutes })
}

/** Accounts by their ids. */
export const testList: GeneralSetting<string[]> = {
  path: 'testliste',
  done: 'testliste',
  list: listTestLists,
  inWords: (accounts, names) => accounts.length === 0
    ? nobody
    : accounts.map(id => names.get(id) ?? formerEditor).sort((a, b) => a.localeCompare(b, de.locale)).join(', '),
  set: async (deps, { value: accounts, ...change }) => await setTestList(deps, { ...change, accounts })
}

/** Puts an earlier version of a setting back in the place of the version `base`. */
export async function restoreGeneral<T> (
  deps: ChangeDeps, { list, set }: GeneralSetting<T>, { base, restored }: { base: number, restored: number }
): Promise<'restored' | 'unknown' | 'meanwhile'> {
  const versions = await list({ db: deps.pool })
  const found = versions.find(({ version }) => version === restored)
  if (found === undefined) return 'unknown'
  const { value } = found
  if (isDeepStrictEqual(value, versions[0]?.value)) return 'restored'
  return await set(deps, { base, value, restored }) ? 'restored' : 'meanwhile'
}
