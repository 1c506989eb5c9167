import { z } from 'zod'
import type { Queryable } from '../platform/database/pool.js'
import {
  changeKept, readKept, type ChangeDeps, type Kept, type KeptSetting
} from '../platform/kept-settings/kept-setting.js'

export const LONGEST_GRACE = 60

/** Minutes between "send now" and the first mail, in which everything can still be stopped. */
const GRACE: KeptSetting<number> = { name: 'grace', schema: z.int().min(0).max(LONGEST_GRACE), first: 5 }

export async function readGrace ({ db }: { db: Queryable }): Promise<Kept<number>> {
  return await readKept({ db }, GRACE)
}

/** Sets the grace, in minutes. False if somebody else has set it meanwhile. */
export async function setGrace (
  deps: ChangeDeps, { base, minutes }: { base: number, minutes: number }
): Promise<boolean> {
  return await changeKept(deps, GRACE, { base, value: minutes, details: { minutes } })
}
