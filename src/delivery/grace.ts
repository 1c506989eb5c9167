import { z } from 'zod'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import { changeKept, readKept, type Kept, type KeptSetting } from '../platform/kept-settings/kept-setting.js'
import type { WitnessedDeps } from '../issue/draft/deps.js'

/** Minutes between "send now" and the first mail, in which everything can still be stopped. */
const GRACE: KeptSetting<number> = { name: 'grace', schema: z.int().min(0).max(60), first: 5 }

export const LONGEST_GRACE = 60

export async function readGrace ({ db }: { db: Queryable }): Promise<Kept<number>> {
  return await readKept({ db }, GRACE)
}

/** Sets the grace, in minutes. False if somebody else has set it meanwhile. */
export async function setGrace (
  deps: WitnessedDeps, { base, minutes }: { base: number, minutes: number }
): Promise<boolean> {
  const { pool, clock, editor, witness } = deps
  if (editor === null) throw new Error('a setting is set by somebody')
  return await inTransaction(pool, async db => {
    if (!await changeKept({ db, clock, editor }, GRACE, { base, value: minutes })) return false
    await witness(db, 'setting.grace', { minutes })
    return true
  })
}
