import { readVerpTag } from '../../delivery/verp.js'
import { codeOf } from '../../platform/errors.js'
import { groupCommit } from '../../platform/group-commit.js'
import { withResolvers, type PromiseWithResolvers } from '../../platform/with-resolvers.js'
import { unsubscribe } from '../../subscription/unsubscribe.js'
import { TooMany, type Arrived, type TakeIn } from '../receive/arrived.js'
import { decide, type Decision } from './decide.js'
import { endBounced, type EndDeps } from './end-bounced.js'
import { findByMessageId } from './find-by-message-id.js'
import { findOwner } from './find-owner.js'
import { identityOf } from './identity.js'
import { createLimits } from './limits.js'
import { createReadInTurn } from './read-in-turn.js'
import { recordMails, type DecidedMail, type RecordDeps } from './record.js'

export type TakeInDeps = RecordDeps & EndDeps

/** A transaction takes so many mails at most. */
const MOST = 200

interface Waiting { mail: DecidedMail, answer: PromiseWithResolvers<{ isFresh: boolean }> }

/**
 * Reads mails that came back, and acts on them. All that come in while a transaction runs share
 * the next. When a mail is taken in, its effect is in the database and in the journal; a mail that
 * is handed over a second time has no second effect.
 */
export function createTakeIn (deps: TakeInDeps): TakeIn {
  const limits = createLimits(deps)
  const readInTurn = createReadInTurn({ ...deps, isLoop: limits.isLoop })
  const waiting: Waiting[] = []
  const end = shareEnds(deps)
  const takeAll = groupCommit(async () => {
    while (waiting.length > 0) await answer(deps, waiting.splice(0, MOST), end)
  })

  return async arrived => {
    const report = await readInTurn(arrived)
    const owner = findOwner(deps.keys, report, arrived.to) ?? await findByMessageId(deps, report)
    const decision = limited(decide(report, owner), arrived)
    if (decision.does === 'leave') await unsubscribe(deps, decision.owner)
    const { raw, size } = arrived
    const identity = identityOf(deps.keys, decision, { report, raw })
    const kept = decision.does === 'keep' ? withEnvelope(deps, arrived) : raw
    const answer = withResolvers<{ isFresh: boolean }>()
    waiting.push({ mail: { identity, kind: report.kind, decision, raw: kept, size }, answer })
    void takeAll()
    const { isFresh } = await answer.promise
    if (owner !== null) limits.taken(owner)
    logMail(deps, arrived, { kind: report.kind, decision, isFresh })
  }

  /** Files are not limited: somebody asked for them to be read. */
  function limited (decision: Decision, { door }: Arrived): Decision {
    if (door === 'file') return decision
    limits.admit(decision)
    const { owner } = decision
    return owner !== null && !isGrave(decision) && limits.isLoop(owner) ? { does: 'loop', owner } : decision
  }
}

/** What ends a subscription at once: it has an effect once, and a loop must not hide it. */
function isGrave (decision: Decision): boolean {
  return decision.does === 'leave' ||
    (decision.does === 'count' && (decision.kind === 'hard' || decision.kind === 'complaint'))
}

/**
 * A mail that is kept holds what its envelope proved, so that its owner is found again when
 * somebody looks at it.
 */
function withEnvelope ({ keys }: TakeInDeps, { raw, to, from }: Arrived): Buffer {
  const tagged = to.filter(address => readVerpTag(keys, address) !== null).slice(0, 1)
  const header = [
    ...from === null ? [] : [`Return-Path: <${from}>`], ...tagged.map(address => `X-Original-To: <${address}>`)
  ]
  return Buffer.concat([Buffer.from(header.map(line => `${line}\r\n`).join('')), raw])
}

function logMail (
  { log }: TakeInDeps, { door }: Arrived,
  { kind, decision, isFresh }: Pick<DecidedMail, 'kind' | 'decision'> & { isFresh: boolean }
): void {
  log.debug({ door, kind, issue: decision.owner?.issue ?? null }, 'a mail came back')
  if (decision.does !== 'alarm' || !isFresh) return
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
    const { readers, fresh } = await recordMails(deps, group.map(({ mail }) => mail))
    end(readers).then(
      () => { for (const { mail, answer } of group) answer.resolve({ isFresh: fresh.has(mail) }) },
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
