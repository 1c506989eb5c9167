import type { EditionName } from '../issue/approval/approved-mail.js'
import type { Context } from '../platform/context.js'
import type { CompiledMail } from '../platform/mail/compile.js'
import type { Sender } from '../platform/mail/sender.js'
import type { Relay } from '../platform/smtp/relay.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import { findRecipients } from '../subscription/recipients.js'
import type { Batch } from './batch.js'
import { prepareCopy, type Addressed, type Copy, type Prepared } from './copies.js'
import type { PauseReason } from './pause-reason.js'
import type { RateLimiter } from './rate-limiter.js'
import { settleMail, type Settled } from './settle-mail.js'

export interface SendDeps extends Context {
  relay: Relay
  pace: RateLimiter
  sender: Sender
  compiled: (edition: EditionName) => Promise<CompiledMail>
}

/** What a lane, or all lanes of a batch, left unsettled, and why. */
export interface Unsent {
  /** Positions that may be taken later, and the status they were refused with. */
  deferred: Map<number, string>
  /**
   * Mails that were handed over whole before the connection broke: the relay may have taken them.
   */
  inDoubt: number
  /** Why the delivery has to be paused. */
  reason: PauseReason | null
  /** Set if there was no relay to ask. */
  unreachable: RelayError | null
}

/** What the lanes of one run share. None of them writes to it. */
interface Run {
  deps: SendDeps
  batch: Batch
  stopping: AbortSignal
  /** Begins with the next recipient's copy; null if there is none left. */
  prepareNext: () => Prepared | null
  shouldContinue: () => boolean
}

/**
 * Sends to all recipients of a batch who are not settled, over as many lanes as the relay has
 * connections. Ends early when the program is ending, when the delivery is paused or cancelled, or
 * when one lane finds a reason for all lanes to stop.
 */
export async function sendBatch (deps: SendDeps, batch: Batch, stopping: AbortSignal): Promise<Unsent> {
  const next = (await skipUnsubscribed(deps, batch)).values()
  const { edition: { issue } } = batch
  const mail = await deps.compiled(batch.edition)
  let ended = false
  const run: Run = {
    deps,
    batch,
    stopping,
    prepareNext () {
      const { value, done } = next.next()
      return done === true ? null : prepareCopy(deps, { issue, mail }, value)
    },
    shouldContinue: () => !ended && !stopping.aborted && batch.isSending()
  }
  const lanes = await Promise.allSettled(Array.from({ length: deps.relay.connections }, async () => {
    try {
      const unsent = await runLane(run)
      if (unsent.reason !== null || unsent.unreachable !== null) ended = true
      return unsent
    } catch (error) {
      ended = true
      throw error
    }
  }))
  // Only now: a lane that still runs must not outlive the run.
  return addUp(lanes.map(lane => {
    if (lane.status === 'rejected') throw lane.reason
    return lane.value
  }))
}

/** Records who has unsubscribed since the delivery was planned; returns the others. */
async function skipUnsubscribed (deps: SendDeps, { recorder, unsettled }: Batch): Promise<Addressed[]> {
  const recipients = unsettled()
  const addresses = await findRecipients(deps, recipients.map(({ id }) => id))
  const gone = recipients.filter(({ id }) => !addresses.has(id))
  await recorder.record(gone.map(({ position }) => position), 'skipped')
  return recipients.flatMap(recipient => {
    const open = addresses.get(recipient.id)
    return open === undefined ? [] : [{ ...recipient, open }]
  })
}

/**
 * Sends one mail after the other; the next is taken when the result of the last is recorded. While
 * a copy is on its way, the next is made and signed; one that was made and not sent stays
 * unsettled.
 */
async function runLane (run: Run): Promise<Unsent> {
  const { deps, batch, stopping, prepareNext, shouldContinue } = run
  const settled: Settled[] = []
  for (let prepared = prepareNext(); prepared !== null;) {
    const current: Prepared = prepared
    const copy = await current.copy
    if (!shouldContinue() || !await waitForTurn(deps.pace, stopping) || !shouldContinue()) break
    prepared = prepareNext()
    const error = copy instanceof Error ? copy : await sendCopy(deps.relay, copy)
    const outcome = await settleMail({ ...deps, batch }, current, error)
    if (outcome.kind !== 'recorded') settled.push(outcome)
    if (outcome.kind === 'stop') break
  }
  return summarise(settled)
}

function summarise (settled: readonly Settled[]): Unsent {
  const unsent: Unsent = { deferred: new Map(), inDoubt: 0, reason: null, unreachable: null }
  for (const outcome of settled) {
    if (outcome.kind === 'deferred') {
      unsent.deferred.set(outcome.position, outcome.status)
      if (outcome.inDoubt) unsent.inDoubt++
    } else if (outcome.kind === 'stop') {
      unsent.reason = outcome.reason
      unsent.unreachable = outcome.unreachable
    }
  }
  return unsent
}

function addUp (lanes: readonly Unsent[]): Unsent {
  return {
    deferred: new Map(lanes.flatMap(({ deferred }) => [...deferred])),
    inDoubt: lanes.reduce((sum, { inDoubt }) => sum + inDoubt, 0),
    reason: lanes.find(({ reason }) => reason !== null)?.reason ?? null,
    unreachable: lanes.find(({ unreachable }) => unreachable !== null)?.unreachable ?? null
  }
}

async function waitForTurn (pace: RateLimiter, stopping: AbortSignal): Promise<boolean> {
  try {
    await pace(stopping)
    return true
  } catch (error) {
    if (stopping.aborted) return false
    throw error
  }
}

/** Returns why the relay did not take the copy, or null if it did. */
async function sendCopy (relay: Relay, { envelope, message }: Copy): Promise<RelayError | null> {
  try {
    await relay.send(envelope, message)
    return null
  } catch (error) {
    if (error instanceof RelayError) return error
    throw error
  }
}
