import type { Clock } from '../../platform/clock.js'

/** Messages of a mailbox that could not be taken in, by UID. */
export interface PutOff {
  /** UIDs of another UIDVALIDITY are those of other messages: what was noted is forgotten. */
  begin: (uidValidity: bigint) => void
  isDue: (uid: number) => boolean
  /** It is tried again after a minute, then after two, four … up to an hour. */
  failed: (uid: number) => void
  /** Forgets all but these. */
  keepOnly: (uids: ReadonlySet<number>) => void
}

const FIRST_MS = 60_000
const LONGEST_MS = 60 * 60_000

export function putOffMessages (clock: Clock): PutOff {
  const waiting = new Map<number, { waitMs: number, until: number }>()
  let validity: bigint | null = null
  return {
    begin (uidValidity) {
      if (uidValidity !== validity) waiting.clear()
      validity = uidValidity
    },
    isDue: uid => (waiting.get(uid)?.until ?? 0) <= clock.now().getTime(),
    failed (uid) {
      const waitMs = Math.min((waiting.get(uid)?.waitMs ?? FIRST_MS / 2) * 2, LONGEST_MS)
      waiting.set(uid, { waitMs, until: clock.now().getTime() + waitMs })
    },
    keepOnly (uids) {
      for (const uid of waiting.keys()) if (!uids.has(uid)) waiting.delete(uid)
    }
  }
}
