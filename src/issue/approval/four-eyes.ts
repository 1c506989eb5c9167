import { z } from 'zod'
import type { Queryable } from '../../platform/database/pool.js'
import {
  changeKept, listVersions, readKept, type ChangeDeps, type Kept, type KeptSetting
} from '../../platform/kept-settings/kept-setting.js'
import { findRefused } from './approval.queries.js'

/**
 * Who may not approve. `all`: who changed anything since the last approval. `last`: only who
 * changed something last, for houses of two. `off`: nobody is refused, for houses of one.
 */
export const FOUR_EYES_RULES = ['all', 'last', 'off'] as const

export type FourEyes = typeof FOUR_EYES_RULES[number]

/** The database reads it by this name, too: in the function may_not_approve. */
const FOUR_EYES: KeptSetting<FourEyes> = { name: 'four-eyes', schema: z.enum(FOUR_EYES_RULES), first: 'all' }

/** The rule that holds now. */
export async function readFourEyes ({ db }: { db: Queryable }): Promise<Kept<FourEyes>> {
  return await readKept({ db }, FOUR_EYES)
}

/** Every rule there was, newest first. */
export async function listFourEyes ({ db }: { db: Queryable }): Promise<Array<Kept<FourEyes>>> {
  return await listVersions({ db }, FOUR_EYES)
}

/** Sets the rule. False if somebody else has set it meanwhile. */
export async function setFourEyes (
  deps: ChangeDeps, { base, rule, restored }: { base: number, rule: FourEyes, restored?: number | undefined }
): Promise<boolean> {
  return await changeKept(deps, FOUR_EYES, { base, value: rule, details: { rule }, restored })
}

/** Who may not approve a draft as it stands, by their ids. */
export async function refusedApprovers ({ db }: { db: Queryable }, draft: string): Promise<ReadonlySet<string>> {
  return new Set((await findRefused.run({ draft }, db)).map(({ id }) => id))
}
