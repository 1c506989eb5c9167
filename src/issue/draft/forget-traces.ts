import { forgetLooks } from '../approval/approval.queries.js'
import type { DraftDeps } from './deps.js'
import { forgetSaves } from './draft.queries.js'
import { forgetPresence } from './presence.js'

/** A request that was lost is repeated within this time, or never. */
const SAVES_MS = 7 * 86_400_000

/** An approver decides within this time, or looks again. */
const LOOKS_MS = 86_400_000

/**
 * Forgets who was present, what approvers saw, and what was saved when: only repeated requests need
 * it.
 */
export async function forgetTraces (deps: DraftDeps): Promise<void> {
  await forgetPresence(deps)
  const now = deps.clock.now().getTime()
  await forgetSaves.run({ before: new Date(now - SAVES_MS) }, deps.pool)
  await forgetLooks.run({ before: new Date(now - LOOKS_MS) }, deps.pool)
}
