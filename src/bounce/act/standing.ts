import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { openAddress } from '../../platform/crypto/seal.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { dayAfter } from '../../platform/text/dates.js'
import {
  countReports, countReportsOfIssue, findWaiting, listDomains, type ICountReportsResult
} from '../bounce.queries.js'
import type { ReportKind } from '../read/report.js'
import { mondayOf, utcDay } from './days.js'
import { readHeld, type Held } from './held.js'

/** How a way stands on which mails come back. */
export interface DoorStanding {
  name: string
  fault: string | null
  /** How many mails lie before it, and since when; null where nobody can tell. */
  unread: number | null
  oldestUnreadAt: Date | null
  readAt: Date | null
  notedAt: Date
}

/** How many mails wait for somebody, wishes to leave among them, and since when. */
export interface UnreadCount { count: number, unsubscribes: number, oldestAt: Date | null }

/** How many mails came back on a day, by what they are and whether they counted. */
export type ReportCount = ICountReportsResult

/** What waits for somebody, and whether mails come in at all. */
export interface Waiting { doors: DoorStanding[], unread: UnreadCount, held: Held[] }

export interface BounceStanding extends Waiting { counts: ReportCount[] }

export async function readWaiting ({ pool, clock }: { pool: Pool, clock: Clock }): Promise<Waiting> {
  const since = new Date(clock.now().getTime() - FORGOTTEN_AFTER_MS)
  const { doors, withHard, ...unread } = await findWaiting.one({ since }, pool)
  return {
    doors: (doors as unknown as StoredDoor[]).map(doorOf),
    unread,
    held: await readHeld({ pool }, withHard)
  }
}

/** A door in JSON, which has no dates. */
type StoredDoor = Pick<DoorStanding, 'name' | 'fault' | 'unread'> &
  { notedAt: string, readAt: string | null, oldestUnreadAt: string | null }

function doorOf ({ notedAt, readAt, oldestUnreadAt, ...door }: StoredDoor): DoorStanding {
  const dateOf = (text: string | null): Date | null => text === null ? null : new Date(text)
  return { ...door, notedAt: new Date(notedAt), readAt: dateOf(readAt), oldestUnreadAt: dateOf(oldestUnreadAt) }
}

const FORGOTTEN_AFTER_MS = 7 * 86_400_000
/** Open doors are noted every five minutes. */
export const SILENT_AFTER_MS = 30 * 60_000
/** A mailbox that is read leaves no mail lying for so long. */
const LATE_AFTER_MS = 3 * 3_600_000

/**
 * Why a door does not work although it has no fault: nothing was heard of it, or mails lie before
 * it for long. Null if it works.
 */
export function lateness ({ notedAt, oldestUnreadAt }: DoorStanding, now: Date): 'silent' | 'late' | null {
  if (now.getTime() - notedAt.getTime() > SILENT_AFTER_MS) return 'silent'
  return oldestUnreadAt !== null && now.getTime() - oldestUnreadAt.getTime() > LATE_AFTER_MS ? 'late' : null
}

/** Whether mails come in by a door. */
export function isWell (door: DoorStanding, now: Date): boolean {
  return door.fault === null && lateness(door, now) === null
}

/** What came back in the last days, today among them, and what waits for somebody. */
export async function readStanding (
  { pool, clock }: { pool: Pool, clock: Clock }, { days }: { days: number }
): Promise<BounceStanding> {
  const since = dayAfter(utcDay(clock.now()), 1 - days)
  const [counts, waiting] = await Promise.all([countReports.run({ since }, pool), readWaiting({ pool, clock })])
  return { counts, ...waiting }
}

/** What came back of an issue and counted, by what it is. */
export async function countOfIssue ({ pool }: { pool: Pool }, issue: number): Promise<Map<ReportKind, number>> {
  const rows = await countReportsOfIssue.run({ issue }, pool)
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** A mail domain of which much came back. */
export interface DomainCount { domain: string, count: number, hard: number, complaints: number }

/** Of fewer mails, a domain is shown to nobody: it could name a reader. */
export const FEWEST_OF_DOMAIN = 10

const WEEKS = 13

/** The mail domains of which most came back in the last 13 weeks. */
export async function readDomains (
  { pool, keys, clock }: { pool: Pool, keys: Keyring, clock: Clock }
): Promise<DomainCount[]> {
  const since = dayAfter(mondayOf(utcDay(clock.now())), -7 * (WEEKS - 1))
  const rows = await listDomains.run({ since, fewest: FEWEST_OF_DOMAIN }, pool)
  return rows.map(({ id, domainSealed, ...counts }) => ({ domain: openAddress(keys, id, domainSealed), ...counts }))
}
