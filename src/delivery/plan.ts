import type { Pool } from 'pg'
import { findHindrance, type Hindrance } from '../issue/approval/hindrance.js'
import type { PreviewDraft } from '../issue/draft/preview-draft.js'
import { holdWaiting, publish } from '../issue/publish.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import type { Witness } from '../platform/witness.js'
import {
  cutBatches, enqueueUnsettled, liftStart, liftTimeout, setPlanned, startDelivery, takeStart
} from './delivery.queries.js'
import { finish } from './finish.js'
import { afterSettling, settlePlanned } from './restored.js'
import { DELIVER_BATCH } from './job-names.js'

export interface PlanDeps {
  pool: Pool
  clock: Clock
  log: Log
  batchSize: number
  /** Of the person who plans. */
  witness?: Witness
  /** How what is written at the desk is rendered; issues from files need none. */
  previewDraft?: PreviewDraft
}

/** What the command line says of each hindrance, and the message of the error. */
export const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  'not-approved': 'its mail is not approved',
  changed: 'its mail is not the one that was approved',
  barriers: 'something in it must not be sent by now',
  picture: 'a picture in it is not the one that it shows'
}

/** An issue is not sent, and why. */
export class Hindered extends Error {
  constructor (issue: number, readonly hindrance: Hindrance) {
    super(`issue ${issue} is not sent: ${HINDRANCES[hindrance]}`)
  }
}

/**
 * Plans an approved issue: who is subscribed now gets it, and its page is public. It is one
 * transaction, so that it happens wholly or not at all, and only once. Returns how many mails are
 * planned, or null if the issue is not waiting to be sent; where its start was planned and is
 * due, also if somebody has lifted that plan. Throws `Hindered` if it must not be sent
 * as it is. Where the journal knows that it went out before, as after a restore, it is paused at
 * once.
 */
export async function planIssue (
  deps: PlanDeps, number: number, { isDue = false } = {}
): Promise<number | null> {
  const { pool, clock, log, batchSize, witness } = deps
  const plan = await inTransaction(pool, async client => {
    if (!await holdWaiting({ db: client }, number)) return null
    if (isDue && await takeStart.maybeOne({ number, now: clock.now() }, client) === null) return null
    await liftStart.run({ number }, client)
    await publish({ db: client, clock }, number)
    const hindrance = await findHindrance({ ...deps, db: client }, { number, sendAt: clock.now() })
    if (hindrance !== null) throw new Hindered(number, hindrance)
    const [started] = await startDelivery.run({ number, round: 1, planned: 0, now: clock.now() }, client)
    if (started === undefined) throw new Error(`issue ${number} has a delivery, although it was not published`)
    const delivery = started.id
    // About 5 s for each million subscribers.
    await liftTimeout.run(undefined, client)
    await cutBatches.run({ delivery, batchSize }, client)
    const [row] = await setPlanned.run({ delivery }, client)
    const restored = await settlePlanned({ db: client, clock }, delivery)
    await enqueueUnsettled.run({ job: DELIVER_BATCH, delivery }, client)
    const planned = row?.planned ?? 0
    await witness?.(client, 'delivery.planned', { issue: number, planned })
    return { delivery, planned, restored }
  })
  if (plan === null) return null
  const { delivery, planned, restored } = plan
  log.info({ event: 'issue_planned', issue: number, planned }, 'issue planned')
  if (planned === 0) await finish(deps, delivery)
  await afterSettling(deps, delivery, restored)
  return planned
}
