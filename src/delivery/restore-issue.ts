import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import { locateRecipients, lockBatch, lockDelivery, noteRepeats, recordFailures, restoreOutcomes } from './delivery.queries.js'
import { drawFence } from './open-batch.js'
import type { BatchState, Failure, Outcome } from './recorder.js'

/** What a mailer knows of a batch that it had. */
export interface KeptOutcomes {
  issue: number
  batch: number
  /** The fence it was written with. */
  token: number
  /** The server that has it all, as far as we know. */
  server: string
  recipients: readonly string[]
  state: BatchState
  failures: readonly Failure[]
  /** On the clock of `performance.now()`. */
  at: number
}

/** What was lost of an issue, in mails. */
export interface LostOutcomes {
  /** Written back in time: nobody gets them again. */
  restored: number
  /** Sent again before that, or perhaps at that very moment. */
  repeated: number
  /** Nothing stands for them any more: the plan of the issue itself is lost, and who plans it again repeats them. */
  missing: number
}

interface Known { outcome: Outcome, status: string | undefined, token: number }

/**
 * Compares what is known of an issue's recipients with the database, and writes back what it lacks. They are
 * found by their ids, since also that some were deferred into a batch of their own may be lost. Whoever has
 * such a batch open meanwhile is fenced off, and reads it anew.
 */
export async function restoreIssue ({ pool, clock }: { pool: Pool, clock: Clock }, number: number, kept: readonly KeptOutcomes[]): Promise<LostOutcomes> {
  const known = collect(kept)
  const ids = [...known.keys()]
  return await inTransaction(pool, async client => {
    const [issue] = await lockDelivery.run({ number }, client)
    if (issue?.finished === true) return { restored: 0, repeated: 0, missing: 0 }
    const wasSent = (id: string): boolean => known.get(id)?.outcome === 'sent'
    if (issue === undefined || issue.state === 'approved') {
      const missing = ids.filter(wasSent).length
      await noteRepeats.run({ number, count: missing }, client)
      return { restored: 0, repeated: 0, missing }
    }
    const located = await locateRecipients.run({ number, ids }, client)
    // With our own fence, it was recorded by us and by nobody since.
    let repeated = located.filter(({ id, token, sentSinceOpening }) => sentSinceOpening && wasSent(id) && token !== known.get(id)?.token).length
    let restored = 0
    for (const ordinal of new Set(located.flatMap(each => each.settled ? [] : [each.ordinal]))) {
      const counts = await restoreBatch(client, { number, ordinal }, known, clock.now())
      restored += counts.restored
      repeated += counts.underWay
    }
    if (repeated > 0) await noteRepeats.run({ number, count: repeated }, client)
    return { restored, repeated, missing: 0 }
  })
}

/** Adds what is known to a batch's state. `underWay` is how many of its mails another mailer may be sending right now. */
async function restoreBatch (client: Queryable, where: { number: number, ordinal: number }, known: ReadonlyMap<string, Known>, now: Date): Promise<{ restored: number, underWay: number }> {
  const [row] = await lockBatch.run(where, client)
  if (row === undefined) return { restored: 0, underWay: 0 }
  const state = { sent: [...row.sent], failed: [...row.failed], skipped: [...row.skipped] }
  const failures: Array<{ id: string, status: string }> = []
  let restored = 0
  let open = 0
  for (const [position, id] of row.recipients.entries()) {
    if ([state.sent, state.failed, state.skipped].some(bits => bits[position] === '1')) continue
    open++
    const { outcome, status } = known.get(id) ?? {}
    if (outcome === undefined) continue
    state[outcome][position] = '1'
    if (status !== undefined) failures.push({ id, status })
    restored++
  }
  if (restored === 0) return { restored: 0, underWay: 0 }
  await restoreOutcomes.run({ ...where, token: drawFence(), sent: state.sent.join(''), failed: state.failed.join(''), skipped: state.skipped.join('') }, client)
  if (failures.length > 0) await recordFailures.run({ number: where.number, now, ids: failures.map(({ id }) => id), statuses: failures.map(({ status }) => status) }, client)
  const isOurs = [...known.values()].some(({ token }) => token === row.token)
  return { restored, underWay: isOurs ? 0 : Math.min(row.openConnections, open) }
}

/** By recipient, the newest last. A failure that an earlier mailer recorded is left out: we do not know its status. */
function collect (kept: readonly KeptOutcomes[]): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const { recipients, state, failures, token } of kept) {
    const statuses = new Map(failures.map(({ position, status }) => [position, status]))
    for (const [position, id] of recipients.entries()) {
      const status = statuses.get(position)
      if (state.sent[position] === '1') known.set(id, { outcome: 'sent', status: undefined, token })
      else if (state.failed[position] === '1' && status !== undefined) known.set(id, { outcome: 'failed', status, token })
      else if (state.skipped[position] === '1') known.set(id, { outcome: 'skipped', status: undefined, token })
    }
  }
  return known
}
