import { inPortions, type EraseDeps } from '../../platform/database/in-portions.js'
import { findOldestSession, forgetEndedSessions } from '../editor.queries.js'
import { idleSince } from './session.js'

interface Idle { sessionIdleSeconds: number }

/** Forgets sessions that have ended. Returns how many. */
export async function forgetSessions (deps: EraseDeps & Idle): Promise<number> {
  const now = deps.clock.now()
  const ended = { now, idleSince: idleSince(now, deps.sessionIdleSeconds) }
  return await inPortions(deps, async limit => await forgetEndedSessions.one({ ...ended, limit }, deps.pool))
}

/** When the first session ends, or has ended. */
export async function sessionsEnd (
  { pool, sessionIdleSeconds: idleSeconds }: Pick<EraseDeps, 'pool'> & Idle
): Promise<Date | null> {
  return (await findOldestSession.one({ idleSeconds }, pool)).at
}
