import type { EditionName } from '../issue/frozen-mail.js'
import type { Context } from '../platform/context.js'
import type { CompiledMail } from '../platform/mail/compile.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Sender } from '../platform/mail/sender.js'
import type { Relay } from '../platform/smtp/relay.js'
import { judge } from '../platform/smtp/judge.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import { stampMail, type StampedMail } from '../platform/mail/stamp.js'
import type { Envelope } from '../platform/smtp/smtp-transaction.js'
import { MissingKey } from '../platform/crypto/keyring.js'
import { unsubscribeToken } from '../subscription/links.js'
import { findRecipients } from '../subscription/recipients.js'
import type { OpenBatch } from './open-batch.js'
import type { RateLimiter } from './rate-limiter.js'
import type { PauseReason } from './pause-reason.js'
import { verpSender } from './verp.js'

/** What the bounce feature is told of a mailbox that does not exist (5.1.X). It must not throw. */
export type HardBounceListener = (bounce: { issue: number, subscriberId: string, status: string }) => Promise<void>

export interface SendDeps extends Context {
  relay: Relay
  pace: RateLimiter
  sender: Sender
  compiled: (edition: EditionName) => Promise<CompiledMail>
  hardBounced: HardBounceListener
}

/** What a run over a batch left unsettled, and why. */
export interface Unsent {
  /** Positions that may be taken later, and the status they were refused with. */
  deferred: Map<number, string>
  /** Why the issue has to be paused. */
  reason: PauseReason | null
  /** Set if there was no relay to ask. */
  unreachable: RelayError | null
  /** Mails over which the connection broke when they were whole: the relay may have taken them all the same. */
  inDoubt: number
}

/** One reader's copy and where it goes. */
interface Copy { envelope: Envelope, message: StampedMail }

/** The next of a lane; an Error where the address cannot be opened. */
interface Prepared { position: number, id: string, copy: Promise<Copy | Error> }

/**
 * Sends to all of a batch who are not settled, over as many lanes as the relay has connections; a
 * lane takes the next recipient when its last result is recorded. Ends early when the program is to end, the
 * issue is paused or cancelled, or the relay is gone.
 */
export async function sendBatch (deps: SendDeps, batch: OpenBatch, stopping: AbortSignal): Promise<Unsent> {
  const { recipients, recorder, guard, edition } = batch
  const { issue } = edition
  const todo = recorder.unsettled()
  const addresses = await findRecipients(deps, todo.map(position => recipients[position] as string))
  const isReader = (position: number): boolean => addresses.has(recipients[position] as string)
  await recorder.record(todo.filter(position => !isReader(position)), 'skipped')
  const mail = await deps.compiled(edition)
  const next = todo.filter(isReader).values()
  const unsent: Unsent = { deferred: new Map(), reason: null, unreachable: null, inDoubt: 0 }
  let laneFailed = false
  const shouldContinue = (): boolean => !stopping.aborted && !laneFailed && batch.isSending() && unsent.reason === null && unsent.unreachable === null

  function prepareNext (): Prepared | null {
    const { value: position, done } = next.next()
    if (done === true) return null
    const id = recipients[position] as string
    const to = attempt(addresses.get(id) as () => string)
    const copy = to instanceof Error ? Promise.resolve(to) : makeCopy(deps, issue, mail, id, to)
    // The lane sees the rejection when it awaits the copy. If the lane has ended, nobody will: keep it from being
    // unhandled.
    copy.catch(() => {})
    return { position, id, copy }
  }

  /** While a copy is on its way, the next is made and signed. What is made and not sent stays unsettled. */
  async function lane (): Promise<void> {
    for (let prepared = prepareNext(); prepared !== null;) {
      const { position, id } = prepared
      const copy = await prepared.copy
      if (!shouldContinue() || !await waitForTurn(deps.pace, stopping) || !shouldContinue()) return
      prepared = prepareNext()
      const error = copy instanceof Error ? copy : await sendCopy(deps.relay, copy)
      if (error === null) {
        guard.took()
        await recorder.record([position], 'sent')
      } else if (error instanceof RelayError) await refused(position, id, error)
      else await unreadable(position, id, error)
    }
  }

  async function refused (position: number, subscriberId: string, error: RelayError): Promise<void> {
    const verdict = judge(error)
    switch (verdict.kind) {
      case 'failed':
        await recorder.record([position], 'failed', verdict.status)
        unsent.reason = await guard.refused(subscriberId, verdict) ?? unsent.reason
        if (verdict.hard) await deps.hardBounced({ issue, subscriberId, status: verdict.status })
        return
      case 'deferred':
        if (error.inDoubt) unsent.inDoubt++
        unsent.deferred.set(position, verdict.status)
        // If this process was suspended, another mailer may own the batch by now. Check before sending more.
        return await recorder.verifyOwnership()
      case 'sender-at-fault':
        unsent.reason = verdict.fault
        return
      case 'unreachable':
        unsent.unreachable = error
    }
  }

  async function unreadable (position: number, id: string, error: Error): Promise<void> {
    // Without a key many readers cannot be reached, who can be once it is there; a damaged seal concerns one.
    if (error instanceof MissingKey) {
      unsent.reason = 'key-missing'
      return
    }
    deps.log.error({ event: 'address_unreadable', issue, reader: id, err: error }, 'an address cannot be opened')
    await recorder.record([position], 'failed', 'unreadable')
  }

  const ended = await Promise.allSettled(Array.from({ length: deps.relay.connections }, async () => {
    await lane().catch(error => { laneFailed = true; throw error })
  }))
  const failed = ended.find(result => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return unsent
}

function attempt<T> (act: () => T): T | Error {
  try {
    return act()
  } catch (error) {
    return error as Error
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

async function makeCopy (deps: SendDeps, issue: number, mail: CompiledMail, id: string, to: string): Promise<Copy> {
  const { keys, sender: { from, bounceDomain, dkim } } = deps
  const stamp = { to, token: unsubscribeToken(keys, { id, issue }), messageId: messageId(keys, `issue-${issue}`, id, from.domain) }
  const envelopeSender = bounceDomain === undefined ? from.address : verpSender(keys, bounceDomain, { id, issue })
  return { envelope: { from: envelopeSender, to, id: stamp.messageId }, message: await stampMail(mail, stamp, dkim) }
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
