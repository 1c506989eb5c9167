import type { Pool } from 'pg'
import { findApprovedMail } from '../issue/frozen-mail.js'
import { publish } from '../issue/publish.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import type { Witness } from '../platform/witness.js'
import { cutBatches, enqueueUnsettled, liftTimeout, setPlanned, startDelivery } from './delivery.queries.js'
import { finish } from './finish.js'
import { DELIVER_BATCH } from './job-names.js'

export interface PlanDeps {
  pool: Pool
  clock: Clock
  log: Log
  batchSize: number
  /** Of the person who plans. */
  witness?: Witness
}

/**
 * Plans an approved issue: who is subscribed now gets it, and its page is public. It is one
 * transaction, so that it happens wholly or not at all, and only once. Returns how many mails are
 * planned, or null if the issue is not waiting to be sent. Throws `NotApproved` if its mail is not
 * the one that was approved.
 */
export async function planIssue (deps: PlanDeps, number: number): Promise<number | null> {
  const { pool, clock, log, batchSize, witness } = deps
  const plan = await inTransaction(pool, async client => {
    if (!await publish({ db: client, clock }, number)) return null
    await findApprovedMail({ db: client }, { issue: number, language: 'de' })
    const [started] = await startDelivery.run({ number, round: 1, planned: 0, now: clock.now() }, client)
    if (started === undefined) throw new Error(`issue ${number} has a delivery, although it was not published`)
    const delivery = started.id
    // About 5 s for each million subscribers.
    await liftTimeout.run(undefined, client)
    await cutBatches.run({ delivery, batchSize }, client)
    const [row] = await setPlanned.run({ delivery }, client)
    await enqueueUnsettled.run({ job: DELIVER_BATCH, delivery }, client)
    const planned = row?.planned ?? 0
    await witness?.(client, 'delivery.planned', { issue: number, planned })
    return { delivery, planned }
  })
  if (plan === null) return null
  const { delivery, planned } = plan
  log.info({ event: 'issue_planned', issue: number, planned }, 'issue planned')
  if (planned === 0) await finish(deps, delivery)
  return planned
}
