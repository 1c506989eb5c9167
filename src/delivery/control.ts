import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import type { Witness } from '../platform/witness.js'
import {
  addBatch, cancelDelivery, enqueueUnsettled, findLatest, listFailed, lockLatest, resumeDelivery, startDelivery
} from './delivery.queries.js'
import { finish } from './finish.js'
import type { Accepted } from './guard.js'
import { DELIVER_BATCH } from './job-names.js'
import { pauseSending } from './pause.js'
import { findDoubtful } from './returned.js'
import type { PauseReason } from './pause-reason.js'
import { afterSettling, settlePlanned } from './restored.js'

// An operator names an issue by its number. The command acts on its last delivery.

export interface ControlDeps {
  pool: Pool
  clock: Clock
  log: Log
  /** Of the person who controls. */
  witness?: Witness
}

/** Why a resumed delivery was paused, and what shares of refusals it is resumed with. */
export interface Resumed { reason: PauseReason, accepted: Accepted }

/**
 * Pauses an issue that is being sent. Mails that are under way are finished and recorded. False if
 * it is not being sent.
 */
export async function pause (deps: Omit<ControlDeps, 'clock'>, number: number): Promise<boolean> {
  const delivery = await findDelivery(deps, number)
  if (delivery === null) return false
  return await pauseSending(deps, { delivery, reason: 'manual' })
}

/**
 * Continues a paused issue, and accepts the share of refusals over which it was paused. Readers
 * who wait for a decision go on waiting. Null if it is not paused.
 */
export async function resume (deps: Omit<ControlDeps, 'clock'>, number: number): Promise<Resumed | null> {
  const { pool, log, witness } = deps
  const delivery = await findDelivery(deps, number)
  if (delivery === null) return null
  const resumed = await inTransaction(pool, async client => {
    const inDoubt = (await findDoubtful(client, [number])).length > 0
    const [row] = await resumeDelivery.run({ delivery, inDoubt }, client)
    if (row === undefined) return row
    await enqueueUnsettled.run({ job: DELIVER_BATCH, delivery }, client)
    await witness?.(client, 'delivery.resumed', { issue: number, reason: row.reason })
    return row
  })
  if (resumed === undefined) return null
  const { reason, acceptedHard, acceptedRefused } = resumed
  log.info({ event: 'issue_resumed', issue: number, reason, acceptedHard, acceptedRefused }, 'issue resumed')
  return { reason, accepted: { hard: acceptedHard, refused: acceptedRefused } }
}

/**
 * Cancels an issue for good. Mails that are under way are finished and recorded, all other
 * recipients are skipped. False if it is neither being sent nor paused.
 */
export async function cancel (deps: ControlDeps, number: number): Promise<boolean> {
  const { pool, log, witness } = deps
  const delivery = await findDelivery(deps, number)
  if (delivery === null) return false
  const cancelled = await inTransaction(pool, async client => {
    if ((await cancelDelivery.run({ delivery }, client)).length === 0) return false
    await enqueueUnsettled.run({ job: DELIVER_BATCH, delivery }, client)
    await witness?.(client, 'delivery.cancelled', { issue: number })
    return true
  })
  if (!cancelled) return false
  log.info({ event: 'issue_cancelled', issue: number }, 'issue cancelled')
  await finish(deps, delivery)
  return true
}

/**
 * Sends a finished issue once more to those whose mail failed and who are still subscribed, in a
 * delivery of its own. Returns how many, or null if the last delivery is not finished or was
 * cancelled.
 */
export async function retryFailed (deps: ControlDeps, number: number): Promise<number | null> {
  const { pool, clock, log, witness } = deps
  const retried = await inTransaction(pool, async client => {
    const [last] = await lockLatest.run({ number }, client)
    if (last?.state !== 'sent') return null
    const recipients = (await listFailed.run({ delivery: last.id }, client)).map(({ subscriberId }) => subscriberId)
    if (recipients.length === 0) return { mails: 0, delivery: last.id, restored: null }
    const next = { number, round: last.round + 1, planned: recipients.length, now: clock.now() }
    const [started] = await startDelivery.run(next, client)
    // Another command has started it at this moment.
    if (started === undefined) return null
    await addBatch.run({ delivery: started.id, recipients, attempt: 0 }, client)
    const restored = await settlePlanned({ db: client, clock }, started.id)
    await enqueueUnsettled.run({ job: DELIVER_BATCH, delivery: started.id }, client)
    await witness?.(client, 'delivery.retried', { issue: number, mails: recipients.length })
    return { mails: recipients.length, delivery: started.id, restored }
  })
  if (retried === null) return null
  const { mails, delivery, restored } = retried
  log.info({ event: 'issue_retried', issue: number, mails }, 'failed mails are sent again')
  if (restored !== null) await afterSettling(deps, delivery, restored)
  return mails
}

async function findDelivery ({ pool }: Pick<ControlDeps, 'pool'>, number: number): Promise<number | null> {
  return (await findLatest.run({ number }, pool))[0]?.id ?? null
}
