import type { EraseDeps, KeptFor } from '../../platform/database/in-portions.js'
import type { Log } from '../../platform/log/log.js'
import type { Witness } from '../../platform/witness.js'

/** Periods that the settings of the environment give, in seconds. */
export interface RetentionTimes {
  confirmTtlSeconds: number
  networkWindowSeconds: number
  sessionIdleSeconds: number
  sessionLifetimeSeconds: number
  invitationTtlSeconds: number
  backupRetentionSeconds: number
}

export type Period = KeptFor | { years: number } | { setting: keyof RetentionTimes }

export interface PurgeDeps extends EraseDeps { log: Log, witness: Witness, times: RetentionTimes }

export interface Interval { cron: string, seconds: number }

/** A job that erases what is over. */
export interface Purge {
  /** The name of the job. */
  job: string
  every: Interval
  /** Erases in portions, and can be stopped and run again at any time. Returns how many rows. */
  erase: (deps: PurgeDeps) => Promise<number>
  /**
   * When the row that is over first is over, also if that is long ago; null for none. Left out
   * where only erasing itself can tell.
   */
  ends?: (deps: Pick<PurgeDeps, 'pool' | 'times'>) => Promise<Date | null>
}

/** Whose data it is. Keys of `WHOSE` in src/texts/de-privacy.ts, as the next two are. */
export type Whose = 'readers' | 'editors' | 'named' | 'operators' | 'nobody'

/** Why it is lawful. */
export type Basis = 'consent' | 'proof' | 'task' | 'security' | 'none'

/** From when a period counts, by the three kinds of DIN 66398. */
export type StartKind = 'collected' | 'ended' | 'left'

/** Of personal data: where, whose, what for, by which right, how long, and what erases it. */
export interface Rule {
  /** Its stable name: in `retention_run`, in events, in `privacy status`. */
  name: string
  whose: Whose
  /** The rest is German, for people. */
  what: string
  why: string
  basis: Basis
  starts: StartKind
  /**
   * A period and from when it counts („30 Tage“, „nach dem Löschen“), with a longest one where it
   * can begin again; or the event until which it is kept.
   */
  keeps: { period: Period, from: string, atMost?: { period: Period, from: string } } | { until: string }
  /** A job; or what people or the program do at that time. */
  erasedBy: Purge | { act: string }
  /** `table.column`. One may have several rules. */
  columns: readonly string[]
  /** Names of the environment. */
  settings?: readonly string[]
  /** `event.field` */
  logFields?: readonly string[]
  /** Whether it is kept only where the setting asks for a proof of consent. */
  onlyWithProof?: boolean
  /** Whether it is what the journal holds. */
  inJournal?: boolean
  /** For the page on privacy: what it is, and when it ends. */
  toReaders?: {
    title: string
    text: string
    ends: (period: string) => string
  }
}

export const EVERY_TEN_MINUTES: Interval = { cron: '*/10 * * * *', seconds: 600 }

/** Once a night, at a minute and an hour in UTC, such as '25 3'. */
export function nightly (minuteAndHour: string): Interval {
  return { cron: `${minuteAndHour} * * *`, seconds: 86_400 }
}

export function isPurge (erasedBy: Rule['erasedBy']): erasedBy is Purge {
  return 'job' in erasedBy
}

/** `table` with each of some columns. */
export function of (table: string, ...columns: string[]): string[] {
  return columns.map(column => `${table}.${column}`)
}
