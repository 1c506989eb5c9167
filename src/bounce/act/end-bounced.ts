import { findDoubtful } from '../../delivery/returned.js'
import { forgetFailuresOf } from '../../delivery/refusals.js'
import type { Context } from '../../platform/context.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { openSnapshot } from '../../platform/database/snapshot.js'
import type { WriteJournal } from '../../platform/write-journal.js'
import { endSubscriptions, holdReaders } from '../../subscription/end-subscriptions.js'
import { findDue, listIssuesWithHard, type IFindDueResult } from '../bounce.queries.js'
import { utcDay } from './days.js'

/** A mailbox that takes no mail for so long is given up. */
export const WORN_OUT = { times: 5, days: 30, issues: 3 } as const

export type EndDeps = Context & { writeJournal: WriteJournal }

/** How many readers a transaction erases at most. */
const AT_ONCE = 200

/**
 * Erases readers whose mailbox is gone, who complained, or whose mails came back too often, and
 * sees to it that nobody writes to them: of those who are named, or of all. Of an issue in doubt,
 * hard bounces wait. When it returns, the journal knows it. Returns how many were erased.
 */
export async function endBounced (deps: EndDeps, among: readonly string[] | null = null): Promise<number> {
  let erased = 0
  for (let more = true; more;) {
    const due = await listDue(deps, among)
    if (due.length > 0) erased += await end(deps, due)
    more = due.length === AT_ONCE
  }
  return erased
}

/** Who is to be erased now, at most AT_ONCE. */
async function listDue (
  { pool, clock }: Pick<EndDeps, 'pool' | 'clock'>, among: readonly string[] | null
): Promise<IFindDueResult[]> {
  const { times, days, issues } = WORN_OUT
  const since = utcDay(new Date(clock.now().getTime() - days * 86_400_000))
  const ids = among === null ? null : [...among]
  // Both questions see the same: reports that come in between may raise doubts about their issue.
  const { db, close } = await openSnapshot(pool)
  try {
    const held = await heldIssues(db)
    return await findDue.run({ ids, held, since, times, issues, limit: AT_ONCE }, db)
  } finally {
    await close()
  }
}

/**
 * The issues whose hard bounces wait for somebody's decision. `withHard`: those that have any, for
 * who knows them.
 */
export async function heldIssues (db: Queryable, withHard?: readonly number[]): Promise<number[]> {
  const issues = withHard ?? (await listIssuesWithHard.run(undefined, db)).map(({ issueNumber }) => issueNumber)
  return issues.length === 0 ? [] : await findDoubtful(db, issues)
}

async function end (
  { pool, keys, clock, log, writeJournal }: EndDeps, due: readonly IFindDueResult[]
): Promise<number> {
  const reasons = new Map(due.map(({ subscriberId, reason }) => [subscriberId, reason]))
  const erased = await inTransaction(pool, async db => {
    const readers = await holdReaders({ db, keys }, [...reasons.keys()])
    await forgetFailuresOf(db, readers.map(({ id }) => id))
    return await endSubscriptions({ db, keys, clock }, readers, id => reasons.get(id) ?? 'soft_bounces')
  })
  await writeJournal()
  for (const reason of new Set(reasons.values())) {
    const readers = due.filter(each => each.reason === reason).length
    log.info({ event: 'bounced_erased', reason, readers }, 'readers were erased for what came back')
  }
  return erased
}
