import { z } from 'zod'
import type { Queryable } from '../platform/database/pool.js'
import {
  changeKept, listVersions, readKept, type ChangeDeps, type Kept, type KeptSetting
} from '../platform/kept-settings/kept-setting.js'

export const LONGEST_GRACE = 60

/** Minutes between "send now" and the first mail, in which everything can still be stopped. */
const GRACE: KeptSetting<number> = { name: 'grace', schema: z.int().min(0).max(LONGEST_GRACE), first: 5 }

export async function readGrace ({ db }: { db: Queryable }): Promise<Kept<number>> {
  return await readKept({ db }, GRACE)
}

/** Every grace there was, newest first. */
export async function listGraces ({ db }: { db: Queryable }): Promise<Array<Kept<number>>> {
  return await listVersions({ db }, GRACE)
}

/** Sets the grace, in minutes. False if somebody else has set it meanwhile. */
export async function setGrace (
  deps: ChangeDeps, { base, minutes, restored }: { base: number, minutes: number, restored?: number | undefined }
): Promise<boolean> {
  return await changeKept(deps, GRACE, { base, value: minutes, details: { minutes }, restored })
}
