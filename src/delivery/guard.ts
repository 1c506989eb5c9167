import type { SenderFault } from '../platform/smtp/judge.js'
import type { PauseReason } from './pause-reason.js'

/** What mailboxes answered since the issue was started or last resumed. Known refusals are not among it. */
export interface Tally {
  /** Took or refused the mail. */
  settled: number
  /** Do not exist. */
  hard: number
  /** Refused for a fault of ours: policy, sender address or size. */
  refused: number
}

/** The rates that an operator accepted by resuming; 0 for none. */
export interface Accepted { hard: number, refused: number }

/** Certified Senders Alliance, criteria 2.20: hard bounces stay below 1 %. Fewer mails than this say little. */
export const HARD = { share: 0.01, margin: 0.03, sample: 500 } as const
/** A strict mailbox now and then is its own affair; this many are ours. */
export const REFUSED = { share: 0.05, margin: 0.05, least: 20 } as const

/**
 * The share above which the guard pauses: the usual one, or twice what was accepted. The margin
 * keeps chance from pausing again: of 500 mailboxes, those that are dead vary by more than half.
 */
export function limit ({ share, margin }: { share: number, margin: number }, accepted: number): number {
  return accepted === 0 ? share : Math.max(2 * accepted, accepted + margin)
}

/** Whether an issue has to be paused for what mailboxes answered, and whether for dead ones or for refusals of us. */
export function findExcess ({ settled, hard, refused }: Tally, accepted: Accepted): 'hard' | 'refused' | null {
  if (refused >= REFUSED.least && refused / settled >= limit(REFUSED, accepted.refused)) return 'refused'
  return settled >= HARD.sample && hard / settled > limit(HARD, accepted.hard) ? 'hard' : null
}

export interface GuardDeps {
  before: Tally
  accepted: Accepted
  /** False if the recipients were picked because the mail failed: their answers are no news. */
  counts: boolean
  /** True if the recipients were planned and not picked by a refusal, so that answers in a row mean something. */
  unpicked: boolean
  /** Which recipients refused an earlier issue for good. Asked once, at the first refusal. */
  findKnown: () => Promise<ReadonlySet<string>>
}

/** Watches the answers of one run over a batch. */
export interface Guard {
  /** What this run adds. */
  readonly tally: Tally
  took: () => void
  /** Counts a mailbox that refused for good. Returns why the issue has to be paused, or null. */
  refused: (id: string, verdict: { hard: boolean, suspicion: SenderFault | null }) => Promise<PauseReason | null>
}

/** A guard that acts within a batch: where everyone refuses us, after twenty mailboxes and not after five hundred. */
export function createGuard ({ before, accepted, counts, unpicked, findKnown }: GuardDeps): Guard {
  const tally: Tally = { settled: 0, hard: 0, refused: 0 }
  let known: Promise<ReadonlySet<string>> | undefined
  let inARow = 0

  return {
    tally,
    took () {
      inARow = 0
      if (counts) tally.settled++
    },
    async refused (id, { hard, suspicion }) {
      if (!counts) return null
      if (hard || suspicion !== null) {
        // If that cannot be looked up, the refusal counts: a pause too many is the lesser evil.
        known ??= findKnown().catch(() => { known = undefined; return new Set<string>() })
        if ((await known).has(id)) return null
      }
      inARow = suspicion === null ? 0 : inARow + 1
      tally.settled++
      if (hard) tally.hard++
      if (suspicion !== null) tally.refused++
      if (unpicked && suspicion !== null && inARow >= REFUSED.least) return suspicion
      const excess = findExcess(add(before, tally), accepted)
      return excess === null ? null : excess === 'hard' ? 'bounce-rate' : suspicion ?? 'policy'
    }
  }
}

function add (a: Tally, b: Tally): Tally {
  return { settled: a.settled + b.settled, hard: a.hard + b.hard, refused: a.refused + b.refused }
}
