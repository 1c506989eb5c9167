import { MissingKey } from '../platform/crypto/keyring.js'
import type { Log } from '../platform/log/log.js'
import { judge } from '../platform/smtp/judge.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import type { Batch, Recipient } from './batch.js'
import type { PauseReason } from './pause-reason.js'

/**
 * What became of one mail. `recorded`: its outcome is in the database. `deferred`: the relay may
 * take it later; `inDoubt` if the relay may already have it. `stop`: all lanes should stop, because
 * the delivery has to be paused or no relay can be reached.
 */
export type Settled =
  | { kind: 'recorded' }
  | { kind: 'deferred', position: number, status: string, inDoubt: boolean }
  | { kind: 'stop', reason: PauseReason | null, unreachable: RelayError | null }

const RECORDED: Settled = { kind: 'recorded' }

export interface SettleDeps { log: Log, batch: Batch }

/**
 * Records the outcome of a mail if it is final. `error` is null if the relay has taken the mail.
 */
export async function settleMail (deps: SettleDeps, recipient: Recipient, error: Error | null): Promise<Settled> {
  const { batch: { recorder, guard } } = deps
  if (error instanceof RelayError) return await settleRefusal(deps, recipient, error)
  if (error !== null) return await settleUnreadable(deps, recipient, error)
  guard.took()
  await recorder.record([recipient.position], 'sent')
  return RECORDED
}

async function settleRefusal (
  { log, batch }: SettleDeps, { position, id }: Recipient, error: RelayError
): Promise<Settled> {
  const { recorder, guard, edition: { issue } } = batch
  const verdict = judge(error)
  switch (verdict.kind) {
    case 'failed': {
      await recorder.record([position], 'failed', { status: verdict.status, kind: verdict.refusal })
      if (verdict.hard) log.info({ event: 'hard_bounce', issue, status: verdict.status }, 'hard bounce')
      const reason = await guard.refused(id, verdict)
      return reason === null ? RECORDED : { kind: 'stop', reason, unreachable: null }
    }
    case 'deferred':
      // If this process was suspended, another mailer may own the batch by now. Check before
      // sending more.
      await recorder.verifyOwnership()
      return { kind: 'deferred', position, status: verdict.status, inDoubt: error.inDoubt }
    case 'sender-at-fault':
      return { kind: 'stop', reason: verdict.fault, unreachable: null }
    case 'unreachable':
      return { kind: 'stop', reason: null, unreachable: error }
  }
}

/**
 * A missing key makes many addresses unreadable until it is back, so the delivery stops. A damaged
 * seal concerns one recipient, whose mail has failed.
 */
async function settleUnreadable (
  { log, batch }: SettleDeps, { position, id }: Recipient, error: Error
): Promise<Settled> {
  if (error instanceof MissingKey) return { kind: 'stop', reason: 'key-missing', unreachable: null }
  const fields = { event: 'address_unreadable', issue: batch.edition.issue, reader: id, err: error } as const
  log.error(fields, 'an address cannot be opened')
  await batch.recorder.record([position], 'failed', { status: 'unreadable', kind: null })
  return RECORDED
}
