import type { SenderFault } from '../platform/smtp/judge.js'
import type { PauseReason } from './pause-reason.js'

/** Replies of mailboxes since the delivery was started or last resumed, without known refusals. */
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

/**
 * Certified Senders Alliance, criteria 2.20: hard bounces stay below 1 %. Fewer mails than this
 * prove little.
 */
export const HARD = { share: 0.01, margin: 0.03, sample: 500 } as const
/** A few strict mailboxes are their own fault; this many are ours. */
export const REFUSED = { share: 0.05, margin: 0.05, least: 20 } as const

/**
 * The rate above which the guard pauses: the usual one, or twice what was accepted. The margin
 * keeps chance from pausing again: the number of dead ones among 500 mailboxes varies by more than
 * half.
 */
export function limit ({ share, margin }: { share: number, margin: number }, accepted: number): number {
  return accepted === 0 ? share : Math.max(2 * accepted, accepted + margin)
}

/** Which refusals are too many: those of dead mailboxes, or those for a fault of ours. */
export type Excess = 'hard' | 'refused'

/** Which refusals are too many; null if the delivery may continue. */
export function findExcess ({ settled, hard, refused }: Tally, accepted: Accepted): Excess | null {
  if (refused >= REFUSED.least && refused / settled >= limit(REFUSED, accepted.refused)) return 'refused'
  return settled >= HARD.sample && hard / settled > limit(HARD, accepted.hard) ? 'hard' : null
}

/**
 * Whether so many mailboxes are said to be gone that nobody should be erased for it unseen. Unlike
 * the rate that pauses, it counts in a small delivery, too: of fewer than 500 mails, six.
 */
export function isDoubtful ({ settled, hard }: Tally, accepted: Accepted): boolean {
  return hard / Math.max(settled, HARD.sample) > limit(HARD, accepted.hard)
}

export interface GuardDeps {
  before: Tally
  accepted: Accepted
  /**
   * False if the recipients were picked because their mail failed: their replies say nothing new.
   */
  counts: boolean
  /** True if no refusal picked these recipients, so that refusals in a row mean something. */
  unpicked: boolean
  /** Which recipients refused an earlier issue for good. Asked once, at the first refusal. */
  findKnown: () => Promise<ReadonlySet<string>>
}

/** Watches the replies of one run over a batch. */
export interface Guard {
  /** What this run adds. */
  readonly tally: Tally
  took: () => void
  /** Counts a mailbox that refused for good. Returns why the issue has to be paused, or null. */
  refused: (id: string, verdict: { hard: boolean, suspicion: SenderFault | null }) => Promise<PauseReason | null>
}

/**
 * A guard that acts within a batch: if everyone refuses us, after twenty mailboxes and not after
 * five hundred.
 */
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
        // If the look-up fails, the refusal counts: one pause too many does less harm.
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
