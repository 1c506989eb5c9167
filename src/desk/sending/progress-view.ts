import { PAUSE_REASONS } from '../../delivery/pause-reason.js'
import { readFailures, type Progress } from '../../delivery/progress.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'

const texts = de.sending

type Counts = Pick<
  Progress, 'round' | 'planned' | 'sent' | 'failed' | 'skipped' | 'waiting' | 'deferred' | 'mayHaveRepeated'
>

/** A delivery as a page shows it. */
export interface ProgressView extends Counts {
  /**
   * Changes when other buttons are there to press. `ending`: it is cancelled, and what is under way
   * still comes to its end.
   */
  phase: 'sending' | 'paused' | 'ending' | 'over'
  state: string
  /** Why it is paused; empty if it is not. */
  reason: string
  /** Of those planned, how many are settled; whole numbers from 0 to 100. */
  percent: number
  /** How fast it is, and how long it will take; empty while nobody knows. */
  pace: string
  spoken: string
  failures: Array<{ what: string, count: number }>
  canRetry: boolean
}

/** How far a delivery was a while ago. */
export interface Sample { id: number | null, at: Date, settled: number }

/** A delivery, and how far it was some time ago if somebody watched it. */
export async function showProgress (
  { pool, clock }: Pick<DeskDeps, 'pool' | 'clock'>, progress: Progress, before: Sample | null = null
): Promise<ProgressView> {
  const { state, pauseReason, planned, round, sent, failed, skipped, waiting, deferred, mayHaveRepeated } = progress
  const failures = failed === 0 ? [] : describeFailures(await readFailures({ pool }, progress))
  const settled = sent + failed + skipped
  // What is not quite done does not read as done.
  const percent = planned === 0 ? 100 : Math.floor(settled / planned * 100)
  const phase = phaseOf(progress)
  return {
    phase,
    state: texts.states[state],
    reason: pauseReason === null ? '' : PAUSE_REASONS[pauseReason].editor,
    round,
    planned,
    sent,
    failed,
    skipped,
    waiting,
    deferred,
    mayHaveRepeated,
    percent,
    pace: state === 'sending' ? describePace(progress, before, clock.now()) : '',
    spoken: texts.spoken(percent, texts.states[state]),
    failures,
    canRetry: phase === 'over' && state === 'sent' && failed > 0
  }
}

function phaseOf ({ state, finishedAt }: Progress): ProgressView['phase'] {
  if (state === 'paused') return 'paused'
  if (finishedAt !== null) return 'over'
  return state === 'cancelled' ? 'ending' : 'sending'
}

/** A minute's rate and the time left, from the last sample or else from the start. */
function describePace (progress: Progress, before: Sample | null, now: Date): string {
  const settled = progress.planned - progress.waiting
  const from = before !== null && before.id === progress.id ? before : { at: progress.startedAt ?? now, settled: 0 }
  const seconds = (now.getTime() - from.at.getTime()) / 1000
  const done = settled - from.settled
  if (seconds < 1 || done <= 0) return ''
  const perSecond = done / seconds
  const left = progress.waiting / perSecond
  const rate = texts.rate(Math.round(perSecond * 60).toLocaleString(de.locale))
  const minutes = Math.round(left / 60)
  const time = minutes < 120 ? texts.left(minutes) : texts.leftHours(Math.round(minutes / 60).toLocaleString(de.locale))
  return `${rate}, ${time}`
}

type FailureKind = keyof typeof texts.failures

const KINDS: ReadonlyArray<[RegExp, FailureKind]> = [
  [/^5\.1\./, 'mailbox'],
  [/^5\.2\.|^4\.2\./, 'full'],
  [/^[45]\.4\./, 'unreachable'],
  [/^5\.7\./, 'policy'],
  [/^5\.(?:3\.4|6\.)/, 'content']
]

/** Failures in an editor's words, the most frequent first. */
function describeFailures (found: ReadonlyArray<{ status: string, count: number }>): ProgressView['failures'] {
  const counts = new Map<FailureKind, number>()
  for (const { status, count } of found) {
    const kind = KINDS.find(([pattern]) => pattern.test(status))?.[1] ?? 'other'
    counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  return [...counts].sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => ({ what: texts.failures[kind], count }))
}
