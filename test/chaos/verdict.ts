import type { Progress } from '../../src/delivery/progress.js'
import type { Accepted } from './behaviour.js'

/** Something that may repeat mails: at most one for each connection that was open. */
export interface Fault {
  kind: string
  /** When it began and ended, in milliseconds since 1970. */
  from: number
  to: number
  /** How many mails it may repeat. */
  allowed: number
}

export interface Evidence {
  /** The addresses that the issue was planned for. */
  planned: readonly string[]
  accepted: readonly Accepted[]
  progress: Pick<Progress, 'state' | 'planned' | 'sent' | 'failed' | 'skipped' | 'mayHaveRepeated' | 'finishedAt'>
  /** Whose mail the accounting calls failed. */
  failed: ReadonlySet<string>
  /** Who was erased during the run, and whether their batch had been opened by then. */
  left: ReadonlyMap<string, { opened: boolean }>
  faults: readonly Fault[]
  cancelled: boolean
  /** Nothing can have been repeated, and the issue has to know. */
  repeatsNothing: boolean
}

export interface Verdict {
  lost: number
  repeated: number
  unaccounted: number
  mostRepeatsForOneFault: number
  /** The promises that did not hold, a sentence each. */
  broken: string[]
}

/** What is on its way when a process dies may still be taken a little later. */
const SLACK_MS = 3_000

/** Holds what the relay has taken against what was promised and what the accounting says. */
export function judgeRound (evidence: Evidence): Verdict {
  const { planned, accepted, progress, cancelled, left, failed } = evidence
  const broken: string[] = []
  const promise = (holds: boolean, otherwise: string): void => { if (!holds) broken.push(otherwise) }
  const byReader = groupByReader(accepted)
  const expected = new Set(planned)

  const missing = planned.filter(reader => !byReader.has(reader) && !failed.has(reader) && !left.has(reader))
  const { sent, skipped } = progress
  const lost = Math.max(0, sent - byReader.size, cancelled ? 0 : missing.length)
  promise(lost === 0, `${lost} mails were lost, such as that to ${missing[0] ?? 'one who is counted as sent'}`)
  promise(sent === byReader.size, `${byReader.size} readers got the mail, but ${sent} are counted as sent`)
  promise(failed.size === progress.failed, `${failed.size} failures are listed, but ${progress.failed} are counted`)
  promise(cancelled || failed.size === 0, `${failed.size} mails failed, though a later try would have succeeded`)
  promise(cancelled || skipped <= left.size, `${skipped} were skipped, but only ${left.size} had left`)

  const unaccounted = Math.abs(progress.planned - sent - progress.failed - skipped)
  promise(progress.planned === planned.length, `${progress.planned} mails were planned for ${planned.length} readers`)
  promise(unaccounted === 0, `${unaccounted} mails are not accounted for`)
  const finished = progress.finishedAt !== null
  promise(progress.state === (cancelled ? 'cancelled' : 'sent') && finished,
    `the issue is ${progress.state} and ${finished ? '' : 'not '}finished`)

  const strangers = [...byReader.keys()].filter(reader => !expected.has(reader))
  promise(strangers.length === 0, `${strangers.length} who were not planned got the mail`)
  const tooLate = [...left].filter(([reader, { opened }]) => !opened && byReader.has(reader))
  promise(tooLate.length === 0, `${tooLate.length} who had left before their batch was opened got the mail`)
  const groups = [...byReader.values()]
  const messageIds = new Set(accepted.map(({ messageId }) => messageId))
  promise(groups.every(mails => new Set(mails.map(({ messageId }) => messageId)).size === 1),
    'a repeat carries another Message-ID')
  promise(messageIds.size === byReader.size && !messageIds.has(''), 'two readers share a Message-ID')

  const repeats = groups.flatMap(mails => mails.slice(1).map((second, index) => (
    { first: mails[index] as Accepted, second }
  )))
  const { most, unexplained } = attribute(repeats, evidence.faults, promise)
  promise(unexplained === 0, `${unexplained} mails were repeated without a reason`)
  const { mayHaveRepeated } = progress
  promise(mayHaveRepeated >= repeats.length,
    `${repeats.length} mails were repeated, but the issue speaks of ${mayHaveRepeated}`)
  promise(!evidence.repeatsNothing || mayHaveRepeated === 0,
    `nothing can have been repeated, but the issue speaks of ${mayHaveRepeated}`)
  return { lost, repeated: repeats.length, unaccounted, mostRepeatsForOneFault: most, broken }
}

function groupByReader (accepted: readonly Accepted[]): Map<string, Accepted[]> {
  const groups = new Map<string, Accepted[]>()
  for (const mail of accepted) {
    const group = groups.get(mail.to)
    if (group === undefined) groups.set(mail.to, [mail])
    else group.push(mail)
  }
  return groups
}

interface Repeat { first: Accepted, second: Accepted }

/** How far a moment lies outside of a fault, in milliseconds. */
function distance (at: number, { from, to }: Fault): number {
  return Math.max(0, from - at, at - to)
}

/**
 * Finds the fault behind each repeat: a reply that was dropped, or one that happened between the
 * two.
 */
function attribute (
  repeats: readonly Repeat[], faults: readonly Fault[], promise: (holds: boolean, otherwise: string) => void
): { most: number, unexplained: number } {
  const counts = new Map<Fault, number>()
  let most = 0
  let unexplained = 0
  for (const { first, second } of repeats) {
    // What was on its way when a fault came was taken about then; of two faults in a row, the
    // nearer one is meant.
    const [fault] = faults
      .filter(({ from, to }) => first.at <= to + SLACK_MS && second.at >= from)
      .sort((a, b) => distance(first.at, a) - distance(first.at, b))
    // Every dropped reply is a fault by itself, and explains the one repeat that follows.
    if (!first.replied) most = Math.max(most, 1)
    else if (fault === undefined) unexplained++
    else counts.set(fault, (counts.get(fault) ?? 0) + 1)
  }
  for (const [{ kind, allowed }, count] of counts) {
    most = Math.max(most, count)
    promise(count <= allowed, `one ${kind} repeated ${count} mails, and at most ${allowed} connections were open`)
  }
  return { most, unexplained }
}
