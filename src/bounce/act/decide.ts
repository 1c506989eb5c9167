import type { Report, ReportKind } from '../read/report.js'
import type { Owner } from './find-owner.js'

/** What counts with a reader, from the mildest to the gravest. */
export type CountedKind = 'unknown' | 'full' | 'soft' | 'hard' | 'complaint'

/**
 * What a mail leads to.
 * - `count`: it counts with its reader, who may be erased for it.
 * - `leave`: its reader wants no more mails.
 * - `alarm`: the fault is ours; the reader is not touched.
 * - `note`: operators see it in a count, and that is all.
 * - `loop`: so is one of many that a loop sends; it is not even told from the others.
 * - `keep`: somebody has to look at it, whether or not it is known whose it is.
 */
export type Decision =
  | { does: 'count', kind: CountedKind, owner: Owner }
  | { does: 'leave', owner: Owner }
  | { does: 'alarm', owner: Owner }
  | { does: 'note', owner: Owner | null }
  | { does: 'loop', owner: Owner | null }
  | { does: 'keep', as: 'unknown' | 'unsubscribe', owner: Owner | null }

const COUNTED: Partial<Record<ReportKind, CountedKind>> = {
  hard: 'hard', soft: 'soft', full: 'full', unknown: 'unknown', complaint: 'complaint'
}

/** What of a report decides. */
type Decisive = Pick<Report, 'kind' | 'byProgram' | 'byPerson' | 'mayAskToLeave' | 'recipients'>

/**
 * Decides what a report leads to. Without an owner, whom a valid tag or token proves, nobody is
 * touched: anybody can write such a mail. Then somebody looks at what a person may have written,
 * also if it speaks of bounces; and at what is unknown and names no recipient, in any case.
 *
 * A token as the subject is what the mail program of a reader sends to leave. A wish in words that
 * comes to a tag proves nothing unless a provider reports it: people write to the address in From,
 * and the answers of programs come to the tag (RFC 3834, 4).
 */
export function decide (report: Decisive, owner: Owner | null): Decision {
  const { kind, byPerson, mayAskToLeave, recipients } = report
  const isReported = recipients.length > 0
  if (owner?.by === 'subject') return { does: 'leave', owner }
  if (kind === 'unsubscribe' && owner !== null && isReported) return { does: 'leave', owner }
  const mayBeWish = kind === 'auto-reply' && mayAskToLeave && (byPerson || owner === null)
  if (kind === 'unsubscribe' || mayBeWish) return { does: 'keep', as: 'unsubscribe', owner }
  if (kind === 'unknown' && !isReported) return { does: 'keep', as: kind, owner }
  if (owner === null) return withoutOwner(report)
  if (kind === 'policy') return { does: 'alarm', owner }
  const counted = COUNTED[kind]
  return counted === undefined ? { does: 'note', owner } : { does: 'count', kind: counted, owner }
}

function withoutOwner ({ kind, byProgram, byPerson }: Decisive): Decision {
  const isAutomatic = kind === 'auto-reply' ? !byPerson : byProgram && kind !== 'unknown'
  return isAutomatic ? { does: 'note', owner: null } : { does: 'keep', as: 'unknown', owner: null }
}
