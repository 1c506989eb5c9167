import type { Pool } from 'pg'
import { z } from 'zod'
import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/keyring.js'
import type { Log } from '../platform/log.js'
import type { CompiledMail } from '../platform/mail/compile.js'
import type { DkimKey } from '../platform/mail/dkim-key.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Relay } from '../platform/mail/relay.js'
import { RelayError } from '../platform/mail/relay-connection.js'
import { stampMail } from '../platform/mail/stamp.js'
import type { Job } from '../platform/queue.js'
import { unsubscribeToken } from '../subscription/links.js'
import { findRecipients } from '../subscription/recipients.js'
import { requeueBatch } from './delivery.queries.js'
import { finish } from './finish.js'
import { openBatch, type BatchName, type OpenBatch } from './open-batch.js'
import { judge } from './outcome.js'
import { Fenced } from './recorder.js'

export interface DeliverParts {
  pool: Pool
  keys: Keyring
  clock: Clock
  log: Log
  relay: Relay
  from: Mailbox
  dkim: DkimKey | null
  compiled: (issue: number) => Promise<CompiledMail>
}

const batchSchema = z.object({ issue: z.int(), batch: z.int() })

/**
 * The job that sends a batch to those of its recipients who are not settled yet. It may be run again at any moment,
 * by this or another worker: what is recorded is not sent again. Mails that the relay does not take
 * now make the job fail, and the queue runs it again later.
 */
export function deliverBatch (parts: DeliverParts): Job {
  return async (payload, { stopping, lastAttempt }) => {
    const name = batchSchema.parse(payload)
    const batch = await openBatch(parts, name)
    if (batch === null) return
    try {
      const { deferred, halted } = await sendAll(parts, name, batch, stopping)
      if (lastAttempt && halted === null) {
        await Promise.all([...deferred].map(async ([position, status]) => await batch.recorder.record([position], 'failed', status)))
      }
      const waiting = batch.recorder.unsettled().length
      if (waiting === 0) return await finish(parts, name.issue)
      // Handed back at once, without counting as a failure; a relay that is gone uses nobody up.
      if (stopping.aborted || lastAttempt) await requeueBatch.run({ number: name.issue, ordinal: name.batch }, parts.pool)
      else throw new Error(`${waiting} mails of issue ${name.issue} wait${halted === null ? '' : `: ${halted.message}`}`)
    } catch (error) {
      if (!(error instanceof Fenced)) throw error
      parts.log.warn(name, 'batch left to another worker')
    }
  }
}

interface Unsent {
  /** Positions that may be taken later, and the status they were refused with. */
  deferred: Map<number, string>
  /** Why nothing more was tried. */
  halted: RelayError | null
}

/** Sends over as many lanes as the relay has connections; a lane takes the next recipient when its last result is recorded. */
async function sendAll (parts: DeliverParts, name: BatchName, { recipients, recorder }: OpenBatch, stopping: AbortSignal): Promise<Unsent> {
  const todo = recorder.unsettled()
  const addresses = await findRecipients(parts, todo.map(position => recipients[position] as string))
  const isReader = (position: number): boolean => addresses.has(recipients[position] as string)
  await recorder.record(todo.filter(position => !isReader(position)), 'skipped')
  const mail = await parts.compiled(name.issue)
  const next = todo.filter(isReader).values()
  const unsent: Unsent = { deferred: new Map(), halted: null }
  let broken = false

  async function lane (): Promise<void> {
    for (const position of next) {
      if (stopping.aborted || unsent.halted !== null || broken) return
      const id = recipients[position] as string
      const error = await sendOne(parts, name.issue, mail, id, addresses.get(id) as () => string)
      if (error === null) {
        await recorder.record([position], 'sent')
        continue
      }
      const verdict = judge(error)
      if (verdict.kind === 'failed') await recorder.record([position], 'failed', verdict.status)
      else if (verdict.kind === 'deferred') unsent.deferred.set(position, verdict.status)
      else unsent.halted = error
    }
  }

  const lanes = await Promise.allSettled(Array.from({ length: parts.relay.connections }, async () => {
    await lane().catch(error => { broken = true; throw error })
  }))
  const failed = lanes.find(result => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return unsent
}

/** Returns why the relay did not take the mail, or null if it did. */
async function sendOne ({ keys, relay, from, dkim }: DeliverParts, issue: number, mail: CompiledMail, id: string, openAddress: () => string): Promise<RelayError | null> {
  const to = openAddress()
  const stamp = { to, token: unsubscribeToken(keys, id, issue), messageId: messageId(keys, `issue-${issue}`, id, from.domain) }
  const message = await stampMail(mail, stamp, dkim)
  try {
    await relay.send({ from: from.address, to }, message)
    return null
  } catch (error) {
    if (error instanceof RelayError) return error
    throw error
  }
}
