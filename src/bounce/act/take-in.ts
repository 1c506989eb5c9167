import { codeOf } from '../../platform/errors.js'
import { groupCommit } from '../../platform/group-commit.js'
import { withResolvers, type PromiseWithResolvers } from '../../platform/with-resolvers.js'
import { unsubscribe } from '../../subscription/unsubscribe.js'
import { readReport } from '../read/read-report.js'
import { TooMany, type Arrived, type TakeIn } from '../receive/arrived.js'
import { decide, type Decision } from './decide.js'
import { endBounced, type EndDeps } from './end-bounced.js'
import { findByMessageId } from './find-by-message-id.js'
import { findOwner } from './find-owner.js'
import { identityOf } from './identity.js'
import { createLimits } from './limits.js'
import { recordMails, type DecidedMail, type RecordDeps } from './record.js'

export type TakeInDeps = RecordDeps & EndDeps

/** A transaction takes so many mails at most. */
const MOST = 200

interface Waiting { mail: DecidedMail, answer: PromiseWithResolvers<void> }

/**
 * Reads mails that came back, and acts on them. All that come in while a transaction runs share
 * the next. When a mail is taken in, its effect is in the database and in the journal; a mail that
 * is handed over a second time has no second effect.
 */
export function createTakeIn (deps: TakeInDeps): TakeIn {
  const limits = createLimits(deps)
  const waiting: Waiting[] = []
  const end = shareEnds(deps)
  const takeAll = groupCommit(async () => {
    while (waiting.length > 0) await answer(deps, waiting.splice(0, MOST), end)
  })

  return async arrived => {
    const report = await readReport(arrived.raw)
    const owner = findOwner(deps.keys, report, arrived.to) ?? await findByMessageId(deps, report)
    const isLoop = arrived.door !== 'file' && limits.isLoop(owner)
    const decision: Decision = isLoop ? { does: 'loop', owner } : decide(report, owner)
    if (decision.does === 'leave') await unsubscribe(deps, decision.owner)
    const { raw, size } = arrived
    const identity = identityOf(deps.keys, decision, { report, raw })
    const answered = withResolvers()
    waiting.push({ mail: { identity, kind: report.kind, decision, raw, size }, answer: answered })
    void takeAll()
    await answered.promise
    logMail(deps, arrived, { kind: report.kind, decision })
  }
}

function logMail (
  { log }: TakeInDeps, { door }: Arrived, { kind, decision }: Pick<DecidedMail, 'kind' | 'decision'>
): void {
  const issue = 'owner' in decision ? decision.owner?.issue ?? null : null
  log.debug({ door, kind, issue }, 'a mail came back')
  if (decision.does !== 'alarm') return
  log.warn({ event: 'bounce_policy', issue: decision.owner.issue }, 'a mail came back for a fault of ours')
}

/**
 * Records a group, and answers each of its mails when its readers have been ended, which the next
 * group does not wait for. It never rejects: each mail hears of its own failure.
 */
async function answer (
  deps: TakeInDeps, group: readonly Waiting[], end: (readers: readonly string[]) => Promise<void>
): Promise<void> {
  try {
    const readers = await recordMails(deps, group.map(({ mail }) => mail))
    end(readers).then(
      () => { for (const { answer } of group) answer.resolve() },
      (error: unknown) => { for (const { answer } of group) answer.reject(error) }
    )
  } catch (error) {
    if (group.length > 1 && (error instanceof TooMany || isAboutData(error))) {
      for (const each of group) await answer(deps, [each], end)
    } else {
      for (const { answer } of group) answer.reject(error)
    }
  }
}

/** Ends readers while the next mails are recorded. Those of several groups share a transaction. */
function shareEnds (deps: EndDeps): (readers: readonly string[]) => Promise<void> {
  let due: string[] = []
  const endAll = groupCommit(async () => {
    const readers = due
    due = []
    await endBounced(deps, readers)
  })
  return async readers => {
    if (readers.length === 0) return
    due.push(...readers)
    await endAll()
  }
}

/** SQLSTATE classes 22, 23 and 40: one of a group is at fault, and the others need not suffer. */
function isAboutData (error: unknown): boolean {
  return /^(?:22|23|40)/.test(codeOf(error) ?? '')
}
