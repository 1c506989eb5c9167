import { inTransaction } from '../platform/database/pool.js'
import { findDueStarts, holdBackStart } from './delivery.queries.js'
import { Hindered, planIssue, type PlanDeps } from './plan.js'
import type { Witness } from '../platform/witness.js'

/** Later than this, nobody expects the issue any more: a person decides. */
const LATEST_MS = 3_600_000

/** Tells who planned an issue that it was not sent, within the transaction that notes it. */
export type TellNotSent = (
  db: Parameters<Witness>[0], news: { kind: 'start-missed' | 'start-hindered', to: string, issue: number }
) => Promise<void>

export interface StartDeps extends PlanDeps { witness: Witness, tell: TellNotSent }

/**
 * Begins what is due. An issue that must not be sent as it is, or whose time is over by more than
 * an hour because no mailer was running, stays back until somebody decides; who planned it is told.
 */
export async function startDue (deps: StartDeps): Promise<void> {
  const now = deps.clock.now()
  const failed: unknown[] = []
  for (const { issueNumber: number, startAt, plannedBy } of await findDueStarts.run({ now }, deps.pool)) {
    const due = { number, plannedBy }
    if (now.getTime() - startAt.getTime() > LATEST_MS) {
      await holdBack(deps, { ...due, state: 'missed', hindrance: null })
      continue
    }
    try {
      await planIssue(deps, number, { isDue: true })
    } catch (error) {
      if (error instanceof Hindered) await holdBack(deps, { ...due, state: 'hindered', hindrance: error.hindrance })
      else failed.push(error)
    }
  }
  // The others do not wait for one that fails; it is tried again.
  if (failed.length > 0) throw new AggregateError(failed)
}

interface HeldBack {
  number: number
  plannedBy: string | null
  state: 'missed' | 'hindered'
  hindrance: Hindered['hindrance'] | null
}

async function holdBack (
  { pool, log, witness, tell }: StartDeps, { number, plannedBy, state, hindrance }: HeldBack
): Promise<void> {
  const held = await inTransaction(pool, async db => {
    if (await holdBackStart.maybeOne({ number, state, hindrance }, db) === null) return false
    await witness(db, `delivery.${state}`, { issue: number, ...(hindrance === null ? {} : { hindrance }) })
    if (plannedBy !== null) await tell(db, { kind: `start-${state}`, to: plannedBy, issue: number })
    return true
  })
  if (!held) return
  if (hindrance === null) log.error({ event: 'start_missed', issue: number }, 'an issue was not sent at its time')
  else log.error({ event: 'start_hindered', issue: number, hindrance }, 'an issue must not be sent as it is')
}
