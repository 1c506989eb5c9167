import type { DraftDeps } from './deps.js'
import { endOf, type EraseDeps } from '../../platform/database/in-portions.js'
import {
  findOldestPresence, findPresent, forgetPresence as forget, leaveDraft as leave, notePresence
} from './draft.queries.js'

/** For so long somebody counts as present after they were last seen. */
export const PRESENT = { keptSeconds: 60 }

/** Who has a draft open: in which block, and since when. */
export interface Present { editor: string, block: string | null, since: Date }

type PresenceDeps = DraftDeps

/** Notes that somebody has a draft open, and returns who else has. */
export async function bePresent (
  deps: PresenceDeps, { draft, editor, block }: { draft: string, editor: string, block: string | null }
): Promise<Present[]> {
  const now = deps.clock.now()
  await notePresence.run({ draft, editor, block, now, forgotten: forgotten(deps) }, deps.pool)
  return (await presentIn(deps, draft)).filter(present => present.editor !== editor)
}

/** Who has a draft open. */
export async function presentIn (deps: PresenceDeps, draft: string): Promise<Present[]> {
  return (await findPresent.run({ draft, forgotten: forgotten(deps) }, deps.pool))
    .map(({ editorId, blockId, since }) => ({ editor: editorId, block: blockId, since }))
}

/** Notes that somebody closed a draft. */
export async function leaveDraft (
  { pool }: Pick<PresenceDeps, 'pool'>, { draft, editor }: { draft: string, editor: string }
): Promise<void> {
  await leave.run({ draft, editor }, pool)
}

/** Forgets who was present, a minute after they were last seen. Returns how many. */
export async function forgetPresence (deps: EraseDeps): Promise<number> {
  return (await forget.one({ forgotten: forgotten(deps) }, deps.pool)).count
}

/** When the one who was seen last the longest time ago is forgotten. */
export async function presenceEnds ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestPresence.one(undefined, pool)).at, PRESENT)
}

function forgotten ({ clock }: Pick<PresenceDeps, 'clock'>): Date {
  return new Date(clock.now().getTime() - PRESENT.keptSeconds * 1_000)
}
