import { approve, type ApproveDeps, type ReadIssue } from '../issue/approval/approve-content.js'
import { planIssue, type PlanDeps } from './plan.js'
import { readDeliveries, type Progress } from './progress.js'

export type SendIssueDeps = ApproveDeps & PlanDeps

export interface SendOrder extends Omit<ReadIssue, 'insteadOf'> {
  /** Sends content whose delivery was cancelled as a new issue to all subscribers. */
  again?: boolean
}

/**
 * `planned`: mailers send it from now on. `sent-before`: this content went out already, or is on
 * its way. `cancelled`: its delivery was cancelled, and it was not to be sent again.
 */
export type SendResult =
  | { kind: 'planned', number: number, planned: number }
  | { kind: 'sent-before', number: number }
  | { kind: 'cancelled', number: number, progress: Progress }

/** Approves an issue and plans it, once, however often it is called with the same content. */
export async function sendIssue (deps: SendIssueDeps, { again = false, ...read }: SendOrder): Promise<SendResult> {
  let number = await approve(deps, read)
  const [first] = await readDeliveries(deps, number)
  if (first?.state === 'cancelled') {
    if (!again) return { kind: 'cancelled', number, progress: first }
    number = await approve(deps, { ...read, insteadOf: number })
  }
  const planned = await planIssue(deps, number)
  return planned === null ? { kind: 'sent-before', number } : { kind: 'planned', number, planned }
}
