import type { Clock } from '../../platform/clock.js'

/** Messages of a mailbox that could not be taken in, by UID. */
export interface PutOff {
  /** UIDs of another UIDVALIDITY are those of other messages: what was noted is forgotten. */
  begin: (uidValidity: bigint) => void
  isDue: (uid: number) => boolean
  /** It is tried again after a minute, then after two, four … up to an hour. */
  failed: (uid: number) => void
  /** It was one of too many: in the next minute, or in the one after those that stand before it. */
  tooMany: (uid: number) => void
  /** Forgets all but these. */
  keepOnly: (uids: ReadonlySet<number>) => void
}

const FIRST_MS = 60_000
const LONGEST_MS = 60 * 60_000
/** So many of those that are too many get their turn in a minute, wherever they end. */
const TURNS_A_MINUTE = 500

export function putOffMessages (clock: Clock): PutOff {
  const waiting = new Map<number, { waitMs: number, until: number }>()
  let validity: bigint | null = null
  let inLine = 0
  return {
    begin (uidValidity) {
      if (uidValidity !== validity) waiting.clear()
      validity = uidValidity
      inLine = 0
    },
    isDue: uid => (waiting.get(uid)?.until ?? 0) <= clock.now().getTime(),
    failed (uid) {
      const waitMs = Math.min(Math.max((waiting.get(uid)?.waitMs ?? 0) * 2, FIRST_MS), LONGEST_MS)
      waiting.set(uid, { waitMs, until: clock.now().getTime() + waitMs })
    },
    tooMany (uid) {
      const waitMs = Math.min((1 + Math.floor(inLine++ / TURNS_A_MINUTE)) * FIRST_MS, LONGEST_MS)
      waiting.set(uid, { waitMs: 0, until: clock.now().getTime() + waitMs })
    },
    keepOnly (uids) {
      for (const uid of waiting.keys()) if (!uids.has(uid)) waiting.delete(uid)
    }
  }
}
