import { z } from 'zod'
import type { Queryable } from '../platform/database/pool.js'
import {
  changeKept, listVersions, readKept, type ChangeDeps, type Kept, type KeptSetting
} from '../platform/kept-settings/kept-setting.js'

/** Accounts to which tests are sent beside the sender's own, by their ids. */
const TEST_LIST: KeptSetting<string[]> = { name: 'test-list', schema: z.array(z.uuid()).max(50), first: [] }

export async function readTestList ({ db }: { db: Queryable }): Promise<Kept<string[]>> {
  return await readKept({ db }, TEST_LIST)
}

/** Every list there was, newest first. */
export async function listTestLists ({ db }: { db: Queryable }): Promise<Array<Kept<string[]>>> {
  return await listVersions({ db }, TEST_LIST)
}

/** Sets who gets tests. False if somebody else has set it meanwhile. */
export async function setTestList (
  deps: ChangeDeps, { base, accounts, restored }: { base: number, accounts: string[], restored?: number | undefined }
): Promise<boolean> {
  return await changeKept(deps, TEST_LIST, { base, value: accounts, details: { accounts: accounts.length }, restored })
}
