import { z } from 'zod'
import type { WitnessedDeps } from '../issue/draft/deps.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import { changeKept, readKept, type Kept, type KeptSetting } from '../platform/kept-settings/kept-setting.js'

/** Accounts to which tests are sent beside the sender's own, by their ids. */
const TEST_LIST: KeptSetting<string[]> = { name: 'test-list', schema: z.array(z.uuid()).max(50), first: [] }

export async function readTestList ({ db }: { db: Queryable }): Promise<Kept<string[]>> {
  return await readKept({ db }, TEST_LIST)
}

/** Sets who gets tests. False if somebody else has set it meanwhile. */
export async function setTestList (
  deps: WitnessedDeps, { base, accounts }: { base: number, accounts: string[] }
): Promise<boolean> {
  const { pool, clock, editor, witness } = deps
  if (editor === null) throw new Error('a setting is set by somebody')
  return await inTransaction(pool, async db => {
    if (!await changeKept({ db, clock, editor }, TEST_LIST, { base, value: accounts })) return false
    await witness(db, 'setting.test_list', { accounts: accounts.length })
    return true
  })
}
