import type { DraftDeps } from './deps.js'
import { forgetSaves } from './draft.queries.js'
import { forgetPresence } from './presence.js'

/** A request that was lost is repeated within this time, or never. */
const SAVES_MS = 7 * 86_400_000

/** Forgets who was present, and what was saved when: only repeated requests need it. */
export async function forgetTraces (deps: DraftDeps): Promise<void> {
  await forgetPresence(deps)
  await forgetSaves.run({ before: new Date(deps.clock.now().getTime() - SAVES_MS) }, deps.pool)
}
