import { countReturned, pauseExcessive } from '../../delivery/returned.js'
import type { Context } from '../../platform/context.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import type { Witness } from '../../platform/witness.js'
import { findReadersOf, type Reader } from '../../subscription/end-subscriptions.js'
import { addBounces, addCounts, addReports } from '../bounce.queries.js'
import type { ReportKind } from '../read/report.js'
import { utcDay } from './days.js'
import type { CountedKind, Decision } from './decide.js'
import { countDomains } from './domains.js'
import type { Owner } from './find-owner.js'
import { keepUnreadMail } from './unread-mail.js'

/** A mail that was read, with what it leads to. */
export interface DecidedMail {
  /** By what it is known again. */
  identity: Buffer
  kind: ReportKind
  decision: Decision
  raw: Buffer
  size: number
}

/**
 * - `unowned`: no valid tag or token says whose it is.
 * - `gone`: its reader is not stored any more, or has another address.
 * - `repeated`: it was read before.
 */
type Fate = 'counted' | 'unowned' | 'gone' | 'repeated'

/** A mail that counts with a reader who is stored. */
interface Counted { kind: CountedKind, owner: Owner, reader: Reader }

export type RecordDeps = Context & { witness: Witness }

/**
 * Records mails that came back, in one transaction: each counts once, however often it comes. Then
 * it pauses the issues of which too many came back.
 */
export async function recordMails (deps: RecordDeps, mails: readonly DecidedMail[]): Promise<Recorded> {
  const { issues, ...recorded } = await inTransaction(deps.pool, async db => await recordIn(db, deps, mails))
  if (issues.length > 0) await pauseExcessive(deps, issues)
  return recorded
}

export interface Recorded {
  /** With whom they count, also if they did before: a crash may have kept them from being ended. */
  readers: string[]
  /** Those that were not read before. */
  fresh: ReadonlySet<DecidedMail>
}

async function recordIn (
  db: Queryable, { clock, keys }: RecordDeps, mails: readonly DecidedMail[]
): Promise<Recorded & { issues: number[] }> {
  const now = clock.now()
  const day = utcDay(now)
  const fresh = await findFresh(db, mails, now)
  const readers = await findReadersOf(db, mails.flatMap(({ decision }) => decision.owner?.id ?? []))
  const fates = new Map(mails.map(mail => [mail, 'repeated' as Fate]))
  for (const mail of fresh) fates.set(mail, fateOf(mail.decision, readers))
  const counting = fresh.filter(mail => fates.get(mail) === 'counted')
  const counted = counting.flatMap(({ decision }) => countedOf(decision, readers))
  const issues = await addReturned(db, await addCounted(db, counted, day), counting)
  await addCounts.run({
    day,
    issues: mails.map(({ decision }) => decision.owner?.issue ?? 0),
    kinds: mails.map(({ kind }) => kind),
    fates: [...fates.values()]
  }, db)
  await countDomains({ db, keys, now }, counted)
  for (const { decision, ...mail } of fresh) {
    if (decision.does === 'keep') await keepUnreadMail({ db, keys, clock }, { ...mail, kind: decision.as })
  }
  const all = mails.flatMap(({ decision }) => countedOf(decision, readers))
  return { issues, readers: all.map(({ reader }) => reader.id), fresh: new Set(fresh) }
}

/** The mails that were not read before; of two alike, the first. */
async function findFresh (db: Queryable, mails: readonly DecidedMail[], now: Date): Promise<DecidedMail[]> {
  const byIdentity = new Map<string, DecidedMail>()
  for (const mail of mails) {
    const key = mail.identity.toString('hex')
    if (!byIdentity.has(key)) byIdentity.set(key, mail)
  }
  const added = await addReports.run({ identities: [...byIdentity.values()].map(({ identity }) => identity), now }, db)
  const keys = new Set(added.map(({ identity }) => identity.toString('hex')))
  return [...byIdentity].flatMap(([key, mail]) => keys.has(key) ? [mail] : [])
}

function fateOf (decision: Decision, readers: ReadonlyMap<string, Reader>): Fate {
  const { owner } = decision
  if (owner === null) return 'unowned'
  // Who left by this very mail is not stored by now.
  if (decision.does === 'leave') return 'counted'
  const reader = readers.get(owner.id)
  if (reader === undefined) return 'gone'
  // What a mailbox says is about the address that its reader has given up; a complaint is theirs.
  const isAboutMailbox = decision.does === 'count' && decision.kind !== 'complaint'
  return isAboutMailbox && reader.gaveUp ? 'gone' : 'counted'
}

function countedOf (decision: Decision, readers: ReadonlyMap<string, Reader>): Counted[] {
  if (decision.does !== 'count') return []
  const { kind, owner } = decision
  const reader = readers.get(owner.id)
  return reader === undefined ? [] : [{ kind, owner, reader }]
}

/** Counts mails with their readers. Returns the issues of those that are hard, one entry each. */
async function addCounted (db: Queryable, counted: readonly Counted[], day: string): Promise<number[]> {
  if (counted.length === 0) return []
  const added = await addBounces.run({
    day,
    ids: counted.map(({ reader }) => reader.id),
    issues: counted.map(({ owner }) => owner.issue),
    kinds: counted.map(({ kind }) => kind)
  }, db)
  return added.flatMap(({ kind, issueNumber }) => kind === 'hard' ? [issueNumber] : [])
}

/** Adds to the running counts of the issues. Returns which they are. */
async function addReturned (
  db: Queryable, hard: readonly number[], counting: readonly DecidedMail[]
): Promise<number[]> {
  const refused = counting.flatMap(({ decision }) => decision.does === 'alarm' ? [decision.owner.issue] : [])
  const issues = [...new Set([...hard, ...refused])].sort((a, b) => a - b)
  if (issues.length === 0) return []
  await countReturned(db, issues.map(issue => ({
    issue, hard: timesIn(hard, issue), refused: timesIn(refused, issue)
  })))
  return issues
}

function timesIn (issues: readonly number[], issue: number): number {
  return issues.filter(each => each === issue).length
}
