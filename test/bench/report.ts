import type { Mark, Measured } from './measure.js'
import { costOf, rateOf } from './slice.js'

/** The last line of `--json`, to the letter of the issue that asked for it. */
export interface Result {
  recipients: number
  signed: boolean
  messages_per_second: number
  ratio_to_pooled_sendmail: number | null
  ratio_to_compile_and_sign: number | null
  ratio_to_smtp_source: number | null
  worker_peak_mb: number
  planning_s: number
}

export function resultOf (
  { recipients, signed }: Pick<Result, 'recipients' | 'signed'>, { end, slices, planningSeconds }: Measured
): Result {
  const rate = end.sent / end.times.seconds
  const ratio = (name: keyof Measured['slices']): number | null =>
    slices[name].length === 0 ? null : round(rate / rateOf(slices[name]), 2)
  return {
    recipients,
    signed,
    messages_per_second: round(rate, 0),
    ratio_to_pooled_sendmail: ratio('pooled'),
    ratio_to_compile_and_sign: ratio('limit'),
    ratio_to_smtp_source: ratio('source'),
    worker_peak_mb: round(end.peakMegabytes, 0),
    planning_s: round(planningSeconds, 2)
  }
}

const RIVALS = [
  ['pooled', 'nodemailer\'s pool'],
  ['limit', 'compile and sign alone'],
  ['source', 'smtp-source']
] as const

export function printReport (
  say: (text: string) => void, measured: Measured, { sink, taken }: { sink: string, taken: number | null }
): void {
  const { end, early, slices, planned, planningSeconds, commits, confirmations } = measured
  say(`${planned} planned in ${planningSeconds.toFixed(2)} s; ` +
    `${end.sent} sent in ${end.times.seconds.toFixed(1)} s, ${taken ?? 'not counted, but all'} taken by ${sink}`)
  if (confirmations.length > 0) {
    const sorted = [...confirmations].sort((a, b) => a - b)
    const [middle, last] = [sorted[sorted.length >> 1] as number, sorted.at(-1) as number]
    say(`${sorted.length} readers signed up meanwhile: ` +
      `their mails left after ${middle.toFixed(0)} ms in the middle, ${last.toFixed(0)} ms at most`)
  }
  for (const [name, what] of RIVALS) {
    if (slices[name].length === 0) continue
    const cost = costOf(slices[name])
    const rates = slices[name].map(({ count, seconds }) => (count / seconds).toFixed(0)).join(', ')
    say(`${what}: ${rateOf(slices[name]).toFixed(0)} a second (${rates})` +
      (cost === null ? '' : `, each ${cost.toFixed(0)} µs of processors`))
  }
  if (early !== null) say(`the first ${early.sent}: ${costs(early)}`)
  say(`all ${end.sent}: ${costs(end)}; a commit for ${(end.sent / commits).toFixed(1)} mails`)
}

/** What each mail costs, in microseconds. */
function costs ({ sent, times, peakMegabytes }: Mark): string {
  const each = (seconds: number): string => (seconds * 1e6 / sent).toFixed(0)
  const { seconds, mailer, mailerMain, database, sink } = times
  return `${(sent / seconds).toFixed(0)} a second; each ${each(seconds)} µs, of processors: ` +
    `mailer ${each(mailer)} (${each(mailerMain)} in its main thread), ` +
    `database ${each(database)}, sink ${each(sink)}; mailer's peak ${peakMegabytes.toFixed(0)} MB`
}

/** What was promised and does not hold. */
export function brokenPromises (
  result: Result, { end, early, planned, confirmations }: Measured, taken: number | null
): string[] {
  type Ratio = 'ratio_to_pooled_sendmail' | 'ratio_to_compile_and_sign' | 'ratio_to_smtp_source'
  const least = (name: Ratio, floor: number): string[] =>
    (result[name] ?? Infinity) >= floor ? [] : [`${name} is ${result[name]}, not ${floor}`]
  const most = (what: string, value: number, ceiling: number): string[] =>
    value <= ceiling ? [] : [`${what} is ${value.toFixed(2)}, not at most ${ceiling}`]
  const { recipients } = result
  const allTaken = taken === null || taken === recipients + confirmations.length
  return [
    ...(end.sent === recipients && planned === recipients && allTaken
      ? []
      : [`${planned} planned, ${end.sent} recorded as sent and ${taken ?? '?'} taken of ${result.recipients}`]),
    ...least('ratio_to_pooled_sendmail', 6),
    ...(result.signed ? least('ratio_to_compile_and_sign', 0.5) : least('ratio_to_smtp_source', 0.6)),
    ...most('worker_peak_mb', result.worker_peak_mb, 220),
    ...most('seconds until a confirmation mail left', Math.max(0, ...confirmations) / 1000, 2),
    ...most('planning_s per million', result.planning_s * 1e6 / Math.max(result.recipients, 1e6), 10),
    ...(early === null
      ? []
      : [
          ...most('peak memory over that at 50,000', end.peakMegabytes / early.peakMegabytes, 1.1),
          ...most('processor time of a mail over that at 50,000', perMail(end) / perMail(early), 1.1)
        ])
  ]
}

/** Of the mailer and the database; wall-clock time would be the neighbours' as well. */
function perMail ({ sent, times }: Mark): number {
  return (times.mailer + times.database) / sent
}

function round (value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
